import { countUnits, hasCjk } from '../../cjk.ts';
import { findDates } from '../header/parse-date.ts';
import { wholeLine, type Line } from '../lines.ts';
import type { Pass } from '../pass.ts';
import { fold } from './title-match.ts';

/** The lines above and below a story where its date and author stand. */
const FIRST_LINES = 6;
const LAST_LINES = 5;
const TIME = /\d{1,2}[::時时]\d{2}\S*|\b(?:[ap]m|[ecmp][sd]?t|gmt|utc|bst|cet)\b/giu;
const WORDS =
  /发布时间|更新时间|发表时间|时间|日期|发布|更新|来源|来自|作者|责任编辑|编辑|记者|發佈|更新|入稿|입력|수정|기자|配信|公開|posted|published|updated?|last|modified|on|at|by|date|güncelleme|tarihi|erstellt|aktualisiert|stand|uhr|publié le|mis à jour le|publicado|actualizado/giu;
/** `《…日报》(2026年5月11日 09版)` at the end of a text is the citation of a printed paper. */
const PAPER_PAGE = /\d\s*版|年第?\d+期/u;
/** What may be left of such a line beside dates, times and their labels: a name, a place, a counter. */
const LONGEST_UNITS = 40;
const REST_UNITS = 12;
const REST_WORDS = 5;
const BYLINE_UNITS = 14;
/** `By`, `记者` before the name. In characters. */
const LABEL_LENGTH = 4;
const BYLINE = /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|(?:[Ww]ritten|[Ss]tory|[Tt]ext) by)\s+\p{Lu}/u;
const SENTENCE_END = /[。!?!?.;;]["”’」』)]*$/u;

function isDateline(line: Line): boolean {
  if (line.units > LONGEST_UNITS) return false;
  const text = line.text.normalize('NFKC');
  if (PAPER_PAGE.test(text)) return false;
  const [date, ...others] = findDates(text, { dayFirst: true });
  if (!date) return false;
  const rest = [date, ...others].reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const most = hasCjk(rest) ? REST_UNITS : REST_WORDS;
  return countUnits(rest.replace(TIME, '').replace(WORDS, '')) <= most && !SENTENCE_END.test(rest);
}

function isByline(line: Line, byline: string | null): boolean {
  // A name with a place (`記者某某/南市報導`) is how the story begins.
  if (line.units > BYLINE_UNITS || SENTENCE_END.test(line.text) || /[/／]/u.test(line.text)) return false;
  const said = fold(line.text);
  const known = fold(byline ?? '');
  return (known !== '' && said.endsWith(known) && said.length <= known.length + LABEL_LENGTH) || BYLINE.test(line.text);
}

/** The header of the view shows date, source and author; here are the page's own lines of them. */
export const datelines: Pass = (body, { header, lines }) => {
  const all = lines();
  return all
    .filter((line, index) => index < FIRST_LINES || index >= all.length - LAST_LINES)
    .filter((line) => !line.block.closest('td, th, figcaption, h2, h3'))
    .filter((line) => isDateline(line) || isByline(line, header.byline))
    .map((line) => ({ nodes: wholeLine(line, body), reason: 'A line of date, source or author.' }));
};
