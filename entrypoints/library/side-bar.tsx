import type { ReadonlySignal } from '@preact/signals';
import { t, uiLocale } from '../../components/i18n';
import type { ListCounts } from '../../lib/library/list-source';
import { hashOf, type Route } from './route';

type Props = { at: Route; counts: ReadonlySignal<ListCounts | null> };

export function SideBar({ at, counts }: Props) {
  const number = new Intl.NumberFormat(uiLocale());
  const place = (route: Route, label: string, count: number | undefined) => (
    <li>
      <a href={hashOf(route)} aria-current={at.view === route.view ? 'page' : undefined}>
        {label}
        {count ? <span class="side-bar-count">{number.format(count)}</span> : null}
      </a>
    </li>
  );
  return (
    <header class="side-bar">
      <p class="side-bar-name">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        {t('popup_title')}
      </p>
      <nav aria-label={t('library_places')}>
        <ul>
          {place({ view: 'list', keyword: null }, t('library_articles'), counts.value?.all)}
          {place({ view: 'trash' }, t('library_trash'), counts.value?.trash)}
          <li class="side-bar-settings">
            <a href="/options.html">{t('popup_settings')}</a>
          </li>
        </ul>
      </nav>
      <p class="side-bar-note">{t('library_note')}</p>
    </header>
  );
}
