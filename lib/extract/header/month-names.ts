/** Beginnings of month names, lower case, without accents, by number of the month. English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Turkish, Russian. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'janv', 'ene', 'genn', 'stycz', 'led', 'oca', 'янв'],
  ['feb', 'fev', 'febr', 'lut', 'unor', 'sub', 'фев'],
  ['mar', 'mrz', 'maerz', 'marz', 'mars', 'maa', 'brez', 'мар'],
  ['apr', 'avr', 'abr', 'kwie', 'dub', 'nis', 'апр'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'kvet', 'mayis', 'ма'],
  ['jun', 'juin', 'giu', 'czer', 'haz', 'июн'],
  ['jul', 'juil', 'lug', 'lip', 'temm', 'июл'],
  ['aug', 'aou', 'ago', 'sier', 'srp', 'agu', 'авг'],
  ['sep', 'set', 'wrze', 'zari', 'eyl', 'сен'],
  ['oct', 'okt', 'out', 'ott', 'pazd', 'rij', 'eki', 'окт'],
  ['nov', 'list', 'kas', 'ноя'],
  ['dec', 'dez', 'dic', 'grud', 'pros', 'ara', 'дек'],
];

/** Number of the month that a word names, 1–12, or 0. */
export function monthNumber(word: string): number {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .toLowerCase();
  let best = 0;
  let length = 0;
  for (const [index, names] of NAMES.entries()) {
    for (const name of names) {
      if (name.length > length && plain.startsWith(name)) {
        best = index + 1;
        length = name.length;
      }
    }
  }
  return best;
}
