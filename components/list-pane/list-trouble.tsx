import type { LibraryModel } from '../../lib/library/model';
import { t } from '../i18n';
import { Notice } from '../notice/notice';

/** What happened to the library, what is safe, what to do. */
export function ListTrouble({ model }: { model: LibraryModel }) {
  const failure = model.failure.value;
  if (!failure) return null;
  const writing = failure === 'write' || failure === 'full';
  return (
    <Notice title={t(writing ? 'list_failed_write_title' : 'list_failed_title')} text={t(`list_failed_${failure}`)}>
      {/* A connection that failed is not tried again by itself; a new page opens a new one. */}
      <button class="button" type="button" onClick={() => (writing ? model.forgetFailure() : location.reload())}>
        {t(writing ? 'list_understood' : 'list_try_again')}
      </button>
    </Notice>
  );
}
