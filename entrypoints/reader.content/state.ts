import type { Extraction } from '../../lib/extract/extract';
import type { PageErrorCode, SavedState } from '../../lib/messages';
import type { Settings } from '../../lib/settings/settings';

/**
 * `asking`: this is a private window, and saving is for good.
 * `orphaned`: the extension was reloaded or removed while the view was open, so that no save can succeed any more.
 */
export type Saving = 'idle' | 'sending' | 'done' | 'asking' | 'orphaned' | { failed: PageErrorCode };

/** All that the view shows. Replaced, never changed. */
export type ReaderState = {
  /** `nothing`: no article on this page; `failed`: a bug of ours stood in the way. */
  reading: Extraction | 'nothing' | 'failed';
  settings: Settings;
  saved: SavedState;
  /** The article on show is no longer the one that was saved. */
  changed: boolean;
  saving: Saving;
};

export type ReaderActions = {
  close: () => void;
  retry: () => void;
  save: (agreed?: boolean) => void;
  declineSave: () => void;
  openLibrary: () => void;
  change: (settings: Partial<Settings>) => void;
};
