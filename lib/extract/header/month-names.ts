const LANGUAGES = 'en de fr es it pt nl pl cs tr ru uk sv da id ar'.split(' ');
/** Every month's name as it stands in a date, plain, with its number. */
let names: [string, number][] | undefined;

/** Number of the month that a word names in full or abbreviated, 1–12, or 0. */
export function monthNumber(word: string): number {
  const start = plain(word);
  names ??= LANGUAGES.flatMap(namesIn);
  return names.find(([name]) => name.startsWith(start))?.[1] ?? 0;
}

function namesIn(language: string): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2000, month));
    return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1];
  });
}

/** Lower case, without accents. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
