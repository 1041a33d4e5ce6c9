import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ArticleView } from '../../components/article-view/article-view';
import { settleBody } from '../../components/article-view/show-body';
import { t } from '../../components/i18n';
import { originText } from '../../components/keyword-chips/origin-text';
import { type LabelActions, LabelEditor } from '../../components/label-editor/label-editor';
import { Notice } from '../../components/notice/notice';
import type { ArticleRow, RemovedPart } from '../../lib/article';
import { contentHash } from '../../lib/library/content-hash';
import { keywordsOf } from '../../lib/library/keywords-of';
import type { Settings } from '../../lib/settings/settings';
import { keepPlace } from './keep-place';
import { PictureProgress } from './picture-progress';
import { NoteEditor } from './note-editor';
import { ProvenanceCard } from './provenance-card';
import { Receipt } from './receipt';
import { savedBody } from './saved-body';
import type { Storage, Stored } from './storage';
import { storedPictures } from './stored-pictures';
import { Versions } from './versions';

type Props = {
  stored: Stored;
  storage: Storage;
  settings: Settings;
  /** As it is now, with tags and keywords. */
  row: ArticleRow;
  labels: LabelActions;
  onRestore: () => void;
};

/** The article itself; lives as long as it is shown, and then gives back its pictures and writes down the place. */
export function Reading({ stored, storage, settings, row: now, labels, onRestore }: Props) {
  const { row, body } = stored;
  const frame = useRef<HTMLDivElement>(null);
  const { content, watch, pictures, stop } = useMemo(() => {
    const stop = new AbortController();
    const content = savedBody(body.html);
    const watch = (onPictures: Parameters<Storage['watchPictures']>[1]) => storage.watchPictures(row.id, onPictures);
    const retry = (address: string) => void storage.retryPicture(row.id, address);
    return { stop, content, watch, pictures: storedPictures({ watch, retry }, content, stop) };
  }, []);

  useLayoutEffect(() => {
    const { scrollingElement: scroller } = document;
    const place = frame.current?.querySelector('.article-body');
    const store = (position: NonNullable<typeof row.position>) => void storage.setPosition(row.id, position);
    if (scroller && place) keepPlace({ scroller, body: place, start: row.position }, store, stop);
    return () => stop.abort();
  }, []);

  const show = (part: HTMLElement, insert: () => void) =>
    settleBody({ title: row.title, body: part, pictureSource: pictures }, insert, stop);
  const look = ({ html }: RemovedPart, place: HTMLElement) => {
    const part = savedBody(html);
    show(part, () => place.append(part));
  };

  return (
    <div ref={frame}>
      <PictureProgress watch={watch} />
      {row.state === 'trash' && (
        <div class="library-in-trash">
          <Notice kind="calm" text={t('library_in_trash')}>
            <button class="button" type="button" onClick={onRestore}>
              {t('list_restore')}
            </button>
          </Notice>
        </div>
      )}
      <ArticleView
        head={row}
        body={content}
        look={settings}
        pictureSource={pictures}
        keywords={
          <div class="label-editors">
            <Keywords row={now} body={body} labels={labels} />
            <LabelEditor kind="tag" names={now.tags} {...labels} />
          </div>
        }
      >
        <NoteEditor note={row.note} onNote={(note) => storage.setNote(row.id, note)} />
        <Receipt stored={stored} storage={storage} frame={frame} look={look} show={show} />
        <Versions row={row} storage={storage} />
        <ProvenanceCard stored={{ row: now, body }} check={() => isUnaltered(storage, row.id)} />
      </ArticleView>
    </div>
  );
}

function Keywords({ row, body, labels }: Stored & Pick<Props, 'labels'>) {
  const keywords = keywordsOf(row, body);
  const originOf = (name: string) => {
    const keyword = keywords.find(({ term }) => term === name);
    return keyword ? originText(keyword) : '';
  };
  return <LabelEditor kind="keyword" names={row.keywords} originOf={originOf} {...labels} />;
}

/** What the library holds now, not what this page has read before. */
async function isUnaltered(storage: Storage, id: string): Promise<boolean> {
  const now = await storage.open(id);
  return now !== null && (await contentHash({ title: now.row.title, html: now.body.html })) === now.row.contentHash;
}
