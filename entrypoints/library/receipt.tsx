import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { putPartBack } from '../../components/article-view/put-part-back';
import { RemovedParts } from '../../components/article-view/removed-parts';
import { t } from '../../components/i18n';
import type { RemovedPart } from '../../lib/article';
import { storedBody } from '../../lib/extract/sanitize';
import { htmlPolicy } from '../../components/html-policy';
import type { Storage, Stored } from './storage';

type Props = {
  stored: Stored;
  storage: Storage;
  /** Holds the shown article. */
  frame: RefObject<HTMLElement | null>;
  look: (part: RemovedPart, place: HTMLElement) => void;
  show: (element: HTMLElement, insert: () => void) => void;
};

/** What was left out of a saved article. A part that is put back is written down at once; the body before stays as a version. */
export function Receipt({ stored, storage, frame, look, show }: Props) {
  const body = useSignal(stored.body);
  const failed = useSignal(false);

  const put = async (number: number, back: boolean) => {
    const shown = frame.current?.querySelector<HTMLElement>('.article-body > *');
    const parse = (html: string) => storedBody(window, html, htmlPolicy);
    const change = shown && putPartBack(body.value, number, back, { parse, shown, show });
    if (!change) return;
    try {
      const revised = await storage.revise(stored.row.id, change);
      failed.value = false;
      if (revised) body.value = revised;
    } catch {
      failed.value = true;
      putPartBack(body.value, number, !back, { parse, shown, show });
    }
  };
  return (
    <>
      <RemovedParts parts={body.value.removed} look={look} onPutBack={(number, back) => void put(number, back)} />
      {failed.value && <p role="alert">{t('library_put_back_failed')}</p>}
    </>
  );
}
