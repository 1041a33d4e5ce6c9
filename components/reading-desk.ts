/**
 * How the two scripts of the reader work together: the first one extracts and paints; the tools come after the paint
 * and bring what a reader may want then (settings, receipt, further pages, picking a block). Both are ours and share
 * one isolated world, which no page can see into.
 */
import type { Extracted } from '../lib/article';
import type { extract, Extraction } from '../lib/extract/extract';
import type { Settings } from '../lib/settings/settings';

/** What the tools may see and do in one open clean view. */
export type ReadingDesk = {
  window: Window & typeof globalThis;
  dialog: HTMLDialogElement;
  /** The article as it is shown, and would be saved, now; `null` where there is nothing to read. */
  article: () => Extracted | null;
  /** For further pages; it is in the first script already. */
  extract: typeof extract;
  /** The shown text; `null` where there is none. */
  body: () => HTMLElement | null;
  /**
   * This article takes the place of the one before, here and in what a save sends. The shown text is the caller's work.
   * `grown`: only further pages came.
   */
  change: (article: Extracted, grown?: boolean) => void;
  /** Sets `element` up for the view, lets `insert` put it into the shown text, and then shows its pictures. */
  show: (element: HTMLElement, insert: () => void) => void;
  /** A save waits for `work`, and then saves what there is. */
  hold: (work: Promise<unknown>) => void;
  /** Is a save on its way, or waiting? */
  isSaving: () => boolean;
  settings: () => Settings;
  changeSettings: (change: Partial<Settings>) => void;
  /** The block that the user picked and that the article was read from. */
  picked: string | null;
  /** Leaves the view and opens it again; with a selector, from that block, with `null` from the whole page. */
  read: (block: string | null) => void;
  /** Leaves the view. */
  close: () => void;
  /** Ends with the view. */
  signal: AbortSignal;
};

export type ReaderTools = {
  /** Called for each view that is open or opens. */
  open: (desk: ReadingDesk) => void;
  /** The whole article, its further pages included, for a save without a view. Never throws. */
  complete: (extraction: Extraction, means: { extract: typeof extract }) => Promise<Extracted>;
};

/** The isolated world outlives each injection; here the scripts find each other. */
export type ReaderWorld = {
  quietpageReader?: {
    /** Ends this reader: a later injection takes its place. */
    leave: () => void;
    attach: (tools: ReaderTools) => void;
  };
};
