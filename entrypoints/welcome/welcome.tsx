import { t, type MessageKey } from '../../components/i18n';

const STEPS: { title: MessageKey; text: MessageKey; picture: string }[] = [
  {
    title: 'welcome_read_title',
    text: 'welcome_read',
    picture: 'M8 14h32M8 21h32M8 28h32M8 35h20',
  },
  {
    title: 'welcome_save_title',
    text: 'welcome_save',
    picture: 'M14 8h20v32l-10-8-10 8z',
  },
  {
    title: 'welcome_find_title',
    text: 'welcome_find',
    picture: 'M33 21a12 12 0 1 1-24 0 12 12 0 0 1 24 0zm-3.5 8.5L40 40',
  },
];

/** Shown once, after the installation. */
export function Welcome() {
  return (
    <main class="welcome">
      <img src="/icon/128.png" alt="" width="72" height="72" />
      <h1>{t('welcome_title')}</h1>
      <p class="welcome-lead">{t('welcome_lead')}</p>
      <ol class="welcome-steps">
        {STEPS.map(({ title, text, picture }) => (
          <li key={title}>
            <svg viewBox="0 0 48 48" aria-hidden="true">
              <path d={picture} />
            </svg>
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <p class="welcome-hint">{t('welcome_hint')}</p>
      <p class="welcome-next">
        <a class="button primary" href="/library.html">
          {t('welcome_to_library')}
        </a>
        <a class="button" href="/options.html">
          {t('popup_settings')}
        </a>
      </p>
      <p class="welcome-privacy">{t('welcome_privacy')}</p>
    </main>
  );
}
