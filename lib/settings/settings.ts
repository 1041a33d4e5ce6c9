/** What the user can set: type, defaults, and the check at the door of the store. */
import * as v from 'valibot';

export const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'] as const;
export const FONTS = ['serif', 'sans'] as const;

/** Steps, not free numbers: each one was looked at. Text size in px, measure in em of the text. */
export const TEXT_SIZES = [15, 16, 17, 18, 19, 20, 22, 24, 27, 30] as const;
export const MEASURES = [30, 34, 38, 42, 48] as const;
export const LINE_HEIGHTS = [1.5, 1.65, 1.8, 2] as const;

/** A wrong field falls back to its own default, so one broken value never costs the others. */
export const settingsSchema = v.object({
  theme: v.fallback(v.picklist(THEMES), 'auto'),
  font: v.fallback(v.picklist(FONTS), 'serif'),
  textSize: v.fallback(v.picklist(TEXT_SIZES), 19),
  measure: v.fallback(v.picklist(MEASURES), 38),
  lineHeight: v.fallback(v.picklist(LINE_HEIGHTS), 1.8),
  /** The toolbar button opens the clean view at once on recognised articles. */
  openAtOnce: v.fallback(v.boolean(), false),
  /** Articles light up the toolbar button. */
  detection: v.fallback(v.boolean(), true),
  /** The user was told that saving from a private window is for good, and agreed. */
  privateSaveAgreed: v.fallback(v.boolean(), false),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Any stored value → complete settings. */
export function readSettings(stored: unknown): Settings {
  const from = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  // A key that is missing is not a value that `fallback` sees: give each one.
  return v.parse(
    settingsSchema,
    Object.fromEntries(Object.keys(settingsSchema.entries).map((key) => [key, from[key]])),
  );
}

export const defaultSettings: Settings = readSettings({});
