import { useEffect, useRef } from 'preact/hooks';
import { Notice } from '../../components/notice/notice';
import { formatDate, t } from '../../components/i18n';
import type { PageErrorCode } from '../../lib/messages';
import type { ActivePage } from './active-page';
import type { PageModel } from './page-model';
import { type LateParts, Verdict } from './verdict';

/** Something was asked for and lost; the others are how things stand. */
const GRAVE: ReadonlySet<PageErrorCode> = new Set(['notSaved', 'tooLarge', 'orphaned']);

type Opening = { hrefOf: (id: string) => string; onOpen: (id: string, event: MouseEvent) => void };

type Props = Opening & { model: PageModel; late: LateParts };

/** The upper part of the popup: the page below it. */
export function ThisPage({ model, late, ...opening }: Props) {
  const page = model.page.value;
  const Site = late.value?.Site;
  return (
    <section class="this-page" aria-labelledby="this-page-title" aria-busy={page === null}>
      <header class="this-page-head">
        <h1 id="this-page-title">{t('popup_this_page')}</h1>
        {Site ? <Site /> : page?.kind === 'page' && <span class="this-page-host">{page.host}</span>}
      </header>
      {page?.kind === 'restricted' && <p class="this-page-text">{t('popup_restricted')}</p>}
      {page?.kind === 'noAccess' && <NoAccess model={model} />}
      {page?.kind === 'page' && <OpenPage model={model} late={late} page={page} {...opening} />}
    </section>
  );
}

function NoAccess({ model }: { model: PageModel }) {
  return (
    <>
      <p class="this-page-text">{t('popup_no_access')}</p>
      <div class="this-page-actions">
        <AllowButton model={model} />
      </div>
    </>
  );
}

function AllowButton({ model }: { model: PageModel }) {
  return (
    <button class="button" type="button" onClick={() => void model.allow()}>
      {t('popup_allow')}
    </button>
  );
}

function OpenPage({ model, late, page, hrefOf, onOpen }: Props & { page: ActivePage & { kind: 'page' } }) {
  const saved = model.saved.value;
  const error = model.error.value;
  const busy = model.busy.value;
  const lacking = model.lackingPage.value;
  const article = model.off.value ? undefined : model.verdict.value?.article;
  return (
    <>
      <Verdict model={model} late={late} />
      <div class="this-page-actions">
        <button
          class={article === false ? 'button' : 'button primary'}
          type="button"
          aria-disabled={busy !== null}
          onClick={() => void model.read()}
        >
          {t(busy === 'read' ? 'popup_reading' : article === false ? 'popup_read_anyway' : 'popup_read')}
        </button>
        <button class="button" type="button" aria-disabled={busy !== null} onClick={() => void model.save()}>
          {t(busy === 'save' ? 'popup_saving' : saved ? 'popup_save_again' : 'popup_save')}
        </button>
      </div>
      <p class="this-page-saved" role="status">
        {saved && (
          <>
            {model.justSaved.value ? t('popup_saved_now') : t('popup_saved_on', formatDate(saved.savedAt))}{' '}
            <a href={hrefOf(saved.id)} onClick={(event) => onOpen(saved.id, event)}>
              {t('popup_open_saved')}
            </a>
          </>
        )}
      </p>
      {lacking !== null && <Notice kind="calm" alert text={t('popup_lacking_page', lacking, lacking - 1)} />}
      {model.asksConsent.value && <Consent model={model} />}
      {error && (
        <Notice alert kind={GRAVE.has(error) ? 'trouble' : 'calm'} text={t(`error_${error}`)}>
          {error === 'noAccess' && <AllowButton model={model} />}
        </Notice>
      )}
      {page.narrowed && !error && (
        <p class="this-page-text">
          {t('popup_narrowed')}{' '}
          <button class="this-page-link" type="button" onClick={() => void model.allow()}>
            {t('popup_allow')}
          </button>
        </p>
      )}
    </>
  );
}

function Consent({ model }: { model: PageModel }) {
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => answer.current?.focus(), []);
  return (
    <Notice kind="calm" title={t('popup_private_title')} text={t('popup_private_text')}>
      <button ref={answer} class="button primary" type="button" onClick={() => void model.saveForGood()}>
        {t('popup_private_save')}
      </button>
      <button class="button" type="button" onClick={model.declineConsent}>
        {t('popup_private_no')}
      </button>
    </Notice>
  );
}
