import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state/empty-state';
import { t } from '../../components/i18n';
import { UndoToast } from '../../components/list-pane/undo-toast';
import { ListTrouble } from '../../components/list-pane/list-trouble';
import type { LibraryModel } from '../../lib/library/model';
import type { ArticleRow } from '../../lib/article';
import type { LibraryChange } from '../../lib/library/change';
import type { Settings } from '../../lib/settings/settings';
import type { LabelActions } from '../../components/label-editor/label-editor';
import { ArticleBar } from './article-bar';
import { useArticleLabels } from './article-labels';
import { Outdated } from './outdated';
import { Reading } from './reading';
import type { Storage, Stored } from './storage';

type Props = {
  id: string;
  list: LibraryModel;
  opening: Promise<Storage>;
  outdated: boolean;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  /** Neighbours in the list that the article was opened from. */
  previous: string | null;
  next: string | null;
  onLabel: LabelActions['onPick'];
  /** `said`: what was done, for the offer to undo it; without it there is none. Rejects when a label is refused. */
  onChange: (row: ArticleRow, change: LibraryChange, said?: string) => Promise<void>;
  onRemove: (stored: Stored) => void;
  onRestore: (stored: Stored) => Promise<void>;
  onBack: () => void;
};

type Loaded = { storage: Storage; stored: Stored } | { damaged: ArticleRow } | 'gone' | 'failed';

/** The reading view of a saved article. Everything it shows comes from the library; nothing is loaded from the web. */
export function ArticlePage(props: Props) {
  const { id, list, opening, outdated, settings, onLabel, onChange, onRestore, ...bar } = props;
  const loaded = useSignal<Loaded | null>(null);
  /** What can change while the article is open: state, tags, note. */
  const row = useSignal<ArticleRow | null>(null);
  const main = useRef<HTMLElement>(null);
  const labels = useArticleLabels({ list, opening, onPick: onLabel, change: onChange });

  const load = async () => {
    try {
      const storage = await opening;
      const stored = await storage.open(id);
      const damaged = stored ? null : await storage.rowOf(id);
      loaded.value = stored ? { storage, stored } : damaged ? { damaged } : 'gone';
      document.title = (stored?.row ?? damaged)?.title ?? t('library_gone_title');
    } catch {
      // What the list could not say yet: the library opened, but this could not be read.
      if (!list.failure.value) list.fail('open');
      loaded.value = 'failed';
    }
  };
  useEffect(() => {
    let stop = () => {};
    void load().then(() => {
      const { value } = loaded;
      if (isReady(value)) stop = value.storage.watchRow(id, (now) => (row.value = now));
    });
    // Screen readers and the keyboard begin with the article, not with the link that is gone.
    main.current?.focus({ preventScroll: true });
    const pressed = (event: KeyboardEvent) => {
      // Esc first closes what lies open above the article.
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(':popover-open, dialog[open]'))
        bar.onBack();
    };
    document.addEventListener('keydown', pressed);
    return () => {
      stop();
      document.removeEventListener('keydown', pressed);
    };
  }, []);

  const now = loaded.value;
  const ready = isReady(now) ? now : null;
  return (
    <>
      <ArticleBar
        stored={ready && { ...ready.stored, row: row.value ?? ready.stored.row }}
        settings={settings}
        onChange={(of, change, said) => void onChange(of, change, said)}
        {...bar}
      />
      <main ref={main} class="library-reading" tabIndex={-1} aria-busy={now === null}>
        {!ready && <h1 class="visually-hidden">{t('library_title')}</h1>}
        {now === 'gone' && <Gone />}
        {now !== null && typeof now === 'object' && 'damaged' in now && <Damaged row={now.damaged} />}
        {(outdated || list.failure.value) && (
          <div class="library-message">{outdated ? <Outdated /> : <ListTrouble model={list} />}</div>
        )}
        {ready && (
          <Reading
            key={String(ready.stored.row.state === 'trash')}
            {...ready}
            row={row.value ?? ready.stored.row}
            labels={labels.actionsOn(row.value ?? ready.stored.row)}
            settings={settings}
            onRestore={() => void onRestore(ready.stored).then(load)}
          />
        )}
      </main>
      {labels.dialog}
      <UndoToast model={list} onUndone={() => main.current?.focus({ preventScroll: true })} />
    </>
  );
}

const isReady = (loaded: Loaded | null): loaded is { storage: Storage; stored: Stored } =>
  loaded !== null && typeof loaded === 'object' && 'stored' in loaded;

/** In the list, but without its text: how to have it again. */
function Damaged({ row: { title, url } }: { row: ArticleRow }) {
  return (
    <EmptyState title={t('library_damaged_title')} text={t('library_damaged', title)}>
      {/^https?:/.test(url) && (
        <a class="button primary" href={url} target="_blank" rel="noopener noreferrer">
          {t('library_original')}
        </a>
      )}
      <a class="button" href="/options.html">
        {t('health_check')}
      </a>
    </EmptyState>
  );
}

function Gone() {
  return (
    <EmptyState title={t('library_gone_title')} text={t('library_gone')}>
      <a class="button" href="#/">
        {t('library_back')}
      </a>
    </EmptyState>
  );
}
