import { useSignal } from '@preact/signals';
import { plural, t, type MessageKey } from '../../components/i18n';
import { ReadingSettings } from '../../components/reading-settings/reading-settings';
import type { ArticleRow } from '../../lib/article';
import type { LibraryChange } from '../../lib/library/change';
import type { Settings } from '../../lib/settings/settings';
import { articleMarkdown } from '../../lib/transfer/article-markdown';
import { hashOf } from './route';
import { savedBody } from './saved-body';
import type { Stored } from './storage';

type Props = {
  /** Null while it is read. */
  stored: Stored | null;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  previous: string | null;
  next: string | null;
  onRemove: (stored: Stored) => void;
  onChange: (row: ArticleRow, change: LibraryChange, said: string) => void;
  onBack: () => void;
};

/** What can be done with the article that is open. Stays at the upper edge; not printed. */
export function ArticleBar({ stored, settings, onSettings, previous, next, onRemove, onChange, onBack }: Props) {
  const copied = useSignal<'yes' | 'no' | null>(null);

  const copy = async () => {
    if (!stored) return;
    try {
      await navigator.clipboard.writeText(articleMarkdown(stored.row, savedBody(stored.body.html)));
      copied.value = 'yes';
    } catch {
      copied.value = 'no';
    }
  };

  return (
    <header class="article-bar">
      <button class="article-bar-back" type="button" onClick={onBack}>
        <Icon path="M9.5 3 4.5 8l5 5" />
        {t('library_back')}
      </button>
      <span class="article-bar-said" role="status">
        {copied.value && t(copied.value === 'yes' ? 'library_copied' : 'library_not_copied')}
      </span>
      <nav class="article-bar-group" aria-label={t('library_neighbours')}>
        <Step label="library_previous" id={previous} path="M3 9.5 8 4.5l5 5" />
        <Step label="library_next" id={next} path="M3 6.5l5 5 5-5" />
      </nav>
      <div class="article-bar-group">
        <button
          class="article-bar-button article-bar-look"
          type="button"
          popovertarget="reading-look"
          aria-label={t('library_look')}
          title={t('library_look')}
        >
          Aa
        </button>
        <Action label="library_copy" path="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z" onClick={() => void copy()} />
        <Action label="library_print" path="M4.5 6V2.5h7V6m-7 5h-2V6h11v5h-2m-7-2h7v4.5h-7z" onClick={() => print()} />
        {stored && /^https?:/.test(stored.row.url) && (
          <a
            class="article-bar-button"
            href={stored.row.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('library_original')}
            title={t('library_original')}
          >
            <Icon path="M7 3.5H3.5v9h9V9M9.5 2.5h4v4m0-4L7.5 8.5" />
          </a>
        )}
        {stored && stored.row.state !== 'trash' && <Sort row={stored.row} onChange={onChange} />}
        {stored && stored.row.state !== 'trash' && (
          <Action
            label="list_remove"
            path="M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .6 9h5.8l.6-9M6.8 7v4m2.4-4v4"
            onClick={() => onRemove(stored)}
          />
        )}
      </div>
      <div id="reading-look" class="article-bar-popover" popover="auto" role="dialog" aria-label={t('library_look')}>
        <ReadingSettings settings={settings} onChange={onSettings} />
      </div>
    </header>
  );
}

/** Favourite or not, inbox or archive. */
function Sort({ row, onChange }: { row: ArticleRow } & Pick<Props, 'onChange'>) {
  const { favourite, state, title } = row;
  const archived = state === 'archive';
  return (
    <>
      <Action
        label={favourite ? 'library_unfavourite' : 'library_favourite'}
        path="m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z"
        pressed={favourite === 1}
        onClick={() =>
          onChange(
            row,
            { favourite: !favourite },
            plural(favourite ? 'library_bulk_unfavourite' : 'library_bulk_favourite', 1),
          )
        }
      />
      <Action
        label={archived ? 'library_to_inbox' : 'library_to_archive'}
        path="M2.5 3h11v3h-11zm1 3v7h9V6m-6 2.5h3"
        pressed={archived}
        onClick={() =>
          onChange(
            row,
            { to: archived ? 'inbox' : 'archive' },
            t(archived ? 'library_unarchived' : 'library_archived', title),
          )
        }
      />
    </>
  );
}

function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

type ActionProps = { label: MessageKey; path: string; pressed?: boolean; onClick: () => void };

function Action({ label, path, pressed, onClick }: ActionProps) {
  return (
    <button
      class={pressed ? 'article-bar-button on' : 'article-bar-button'}
      type="button"
      aria-label={t(label)}
      title={t(label)}
      onClick={onClick}
    >
      <Icon path={path} />
    </button>
  );
}

function Step({ label, path, id }: { label: MessageKey; path: string; id: string | null }) {
  // Without a neighbour the place stays, so that the other one does not jump under the pointer.
  if (id === null)
    return (
      <span class="article-bar-button off">
        <Icon path={path} />
      </span>
    );
  return (
    <a class="article-bar-button" href={hashOf({ view: 'article', id })} aria-label={t(label)} title={t(label)}>
      <Icon path={path} />
    </a>
  );
}
