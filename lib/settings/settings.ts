/** What the user can set: type, defaults, and the check at the door of the store. Plain code: the reader carries it into pages. */

export const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'] as const;
export const FONTS = ['serif', 'sans'] as const;

/** Longest side of a picture that is kept, in pixels; `full`: as it comes, `none`: no pictures are kept. */
export const PICTURES = ['full', '2560', '1600', 'none'] as const;

/** Steps, not free numbers: each one was looked at. Text size in px, measure in em of the text. */
export const TEXT_SIZES = [15, 16, 17, 18, 19, 20, 22, 24, 27, 30] as const;
export const MEASURES = [30, 34, 38, 42, 48] as const;
export const LINE_HEIGHTS = [1.5, 1.65, 1.8, 2] as const;

export type Settings = {
  theme: (typeof THEMES)[number];
  font: (typeof FONTS)[number];
  textSize: (typeof TEXT_SIZES)[number];
  measure: (typeof MEASURES)[number];
  lineHeight: (typeof LINE_HEIGHTS)[number];
  /** The toolbar button opens the clean view at once on recognised articles. */
  openAtOnce: boolean;
  /** Articles light up the toolbar button. */
  detection: boolean;
  pictures: (typeof PICTURES)[number];
  /** The user was told that saving from a private window is for good, and agreed. */
  privateSaveAgreed: boolean;
};

export const defaultSettings: Settings = {
  theme: 'auto',
  font: 'serif',
  textSize: 19,
  measure: 38,
  lineHeight: 1.8,
  openAtOnce: false,
  detection: true,
  pictures: 'full',
  privateSaveAgreed: false,
};

const ALLOWED: { [K in keyof Settings]: readonly Settings[K][] } = {
  theme: THEMES,
  font: FONTS,
  textSize: TEXT_SIZES,
  measure: MEASURES,
  lineHeight: LINE_HEIGHTS,
  openAtOnce: [true, false],
  detection: [true, false],
  pictures: PICTURES,
  privateSaveAgreed: [true, false],
};

/** Any stored value → complete settings. A wrong field falls back to its own default, so it never costs the others. */
export function readSettings(stored: unknown): Settings {
  const from = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  const allowed: Record<string, readonly unknown[]> = ALLOWED;
  const good = from.filter(([key, value]) => Object.hasOwn(allowed, key) && allowed[key]?.includes(value));
  return { ...defaultSettings, ...Object.fromEntries(good) };
}
