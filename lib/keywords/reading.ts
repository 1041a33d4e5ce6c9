/** Title and text → the language they are in, their clauses, and what in them could be a keyword. */
import { candidates, type Candidate } from './candidates';
import { clauses, type Clause } from './clauses';
import { withoutParticles } from './korean';
import { languageOf, SAMPLE } from './language';
import { lines } from './lines';

/** Longer texts are read up to here: a long newspaper page has 20,000 characters, and keywords stand early. */
const MOST_READ = 100_000;
const LONGEST_TITLE = 1000;

export type Article = {
  title: string;
  /** One block a line. */
  text: string;
  /** BCP 47; may be empty or wrong. */
  lang: string;
};

export type Reading = { title: string; text: string; lang: string; clauses: Clause[]; candidates: Candidate[] };

/** @param most characters of the text that are read */
export function readArticle(article: Article, most = MOST_READ): Reading {
  const title = article.title.slice(0, LONGEST_TITLE);
  const text = article.text.slice(0, most);
  const lang = languageOf(article.lang, `${title}\n${text.slice(0, SAMPLE)}`);
  const cut = clauses(lines(title, text), lang);
  const read = lang === 'ko' ? withoutParticles(cut) : cut;
  return { title, text, lang, clauses: read, candidates: candidates(read, lang) };
}
