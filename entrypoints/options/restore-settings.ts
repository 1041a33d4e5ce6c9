import { defaultSettings, readSettings, type Settings } from '../../lib/settings/settings';
import { changeSettings, loadSettings } from '../../lib/settings/store';

/** What was agreed to in one browser is asked again in another one. */
const NOT_TAKEN: readonly string[] = ['privateSaveAgreed'] satisfies (keyof Settings)[];

/** Takes settings of a backup where this browser still has the default; what was set here stays. */
export async function restoreSettings(stored: unknown): Promise<void> {
  const mine: Record<string, unknown> = await loadSettings();
  const untouched = Object.entries(defaultSettings).filter(([key, value]) => mine[key] === value);
  const keys = new Set(untouched.map(([key]) => key).filter((key) => !NOT_TAKEN.includes(key)));
  const theirs = Object.entries(readSettings(stored)).filter(([key]) => keys.has(key));
  await changeSettings(Object.fromEntries(theirs));
}
