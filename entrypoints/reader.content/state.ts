import type { Keyword } from '../../lib/article';
import type { Extraction } from '../../lib/extract/extract';
import type { PageErrorCode, SavedState } from '../../lib/messages';
import type { Settings } from '../../lib/settings/settings';

/** `asking`: this is a private window, and saving is for good. */
export type Saving = 'idle' | 'sending' | 'done' | 'asking' | { failed: PageErrorCode };

/** All that the view shows. Replaced, never changed. */
export type ReaderState = {
  /** `nothing`: no article on this page; `failed`: a bug of ours stood in the way. */
  reading: Extraction | 'nothing' | 'failed';
  settings: Settings;
  /** `null` until they have come. */
  keywords: readonly Keyword[] | null;
  saved: SavedState;
  saving: Saving;
  /** The extension was reloaded or removed while the view was open. */
  orphaned: boolean;
  /** Said for a while. */
  said: string | null;
};

export type ReaderActions = {
  close: () => void;
  retry: () => void;
  save: (agreed?: boolean) => void;
  declineSave: () => void;
  copy: () => void;
  openLibrary: () => void;
  change: (settings: Partial<Settings>) => void;
};
