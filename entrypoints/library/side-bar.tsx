import type { ReadonlySignal } from '@preact/signals';
import { t, uiLocale } from '../../components/i18n';
import type { ListCounts, TagCount } from '../../lib/library/list-source';
import type { Place } from '../../lib/library/place';
import { hashOf, listAt, type ListRoute } from './route';

type Props = {
  at: ListRoute;
  counts: ReadonlySignal<ListCounts | null>;
  tags: ReadonlySignal<readonly TagCount[]>;
};

const PLACES: readonly Place[] = ['all', 'inbox', 'unread', 'favourites', 'archive', 'trash'];

export function SideBar({ at, counts, tags }: Props) {
  const number = new Intl.NumberFormat(uiLocale());
  const here = hashOf(at);
  const link = (route: ListRoute, label: string, count: number | undefined) => {
    const hash = hashOf(route);
    return (
      <li key={hash}>
        <a href={hash} aria-current={hash === here ? 'page' : undefined}>
          <span>{label}</span>
          {count ? <span class="side-bar-count">{number.format(count)}</span> : null}
        </a>
      </li>
    );
  };
  return (
    <header class="side-bar">
      <p class="side-bar-name">
        <img src="/icon/48.png" alt="" width="24" height="24" />
        {t('popup_title')}
      </p>
      <nav aria-label={t('library_places')}>
        <ul>{PLACES.map((place) => link(listAt(place), t(`library_place_${place}`), counts.value?.[place]))}</ul>
        {tags.value.length > 0 && (
          <div class="side-bar-tags">
            <h2 id="tags">{t('label_tag_all')}</h2>
            <ul aria-labelledby="tags">
              {tags.value.map(({ tag, count }) => link(listAt('all', { tag }), tag, count))}
            </ul>
          </div>
        )}
        <a class="side-bar-settings" href="/options.html">
          {t('popup_settings')}
        </a>
      </nav>
      <p class="side-bar-note">{t('library_note')}</p>
    </header>
  );
}
