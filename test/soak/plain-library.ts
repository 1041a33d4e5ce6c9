/** The library as it should be: plain objects, no database, no index, nothing clever. */
import type { ArticleState } from '../../lib/article';
import type { Place } from '../../lib/library/place';
import type { LibraryChange } from '../../lib/library/change';
import { type PlainTerms, plainTerms, type TermTaken } from './plain-terms';
import { keywordsOf, picturesOf, type Telling, textOf } from './stories';

export type PlainArticle = {
  id: string;
  url: number;
  story: number;
  text: string;
  versions: string[];
  keywords: string[];
  savedAt: number;
  state: ArticleState;
  favourite: 0 | 1;
  openedAt: number | null;
  tags: Set<string>;
  note: string;
  fraction: number | null;
  uses: Map<string, 'held' | 'failed'>;
  jobs: Map<string, number>;
  /** Where it goes when it is put back. */
  before: 'inbox' | 'archive';
  /** Field → the action that changed it last. */
  changed: Map<string, number>;
};

/** `by`: the action that had made it so before. */
type FieldTaken = { id: string; field: string; before: unknown; action: number; by: number | undefined };
type Taken = FieldTaken | TermTaken;
export type Status = 'created' | 'updated' | 'unchanged';

/** A picture is fetched once and tried again as often. */
const TRIES = 4;

export type PlainLibrary = ReturnType<typeof plainLibrary>;

export function plainLibrary() {
  const articles: PlainArticle[] = [];
  const deleted = new Set<string>();
  let action = 0;

  const terms: PlainTerms = plainTerms();

  function valueOf(article: PlainArticle, field: string): unknown {
    if (field.startsWith('tag:')) return article.tags.has(field.slice(4));
    if (!field.startsWith('keyword:')) return article[field as 'state'];
    const place = article.keywords.indexOf(field.slice(8));
    return place < 0 ? null : place;
  }

  function put(article: PlainArticle, field: string, value: unknown): Taken[] {
    const before = valueOf(article, field);
    if (before === value) return [];
    if (field === 'state' && value === 'trash') article.before = article.state === 'archive' ? 'archive' : 'inbox';
    if (field.startsWith('keyword:')) {
      article.keywords = article.keywords.filter((term) => term !== field.slice(8));
      if (typeof value === 'number') article.keywords.splice(value, 0, field.slice(8));
    } else if (!field.startsWith('tag:')) Object.assign(article, { [field]: value });
    else if (value === true) article.tags.add(field.slice(4));
    else article.tags.delete(field.slice(4));
    const by = article.changed.get(field);
    article.changed.set(field, action);
    return [{ id: article.id, field, before, action, by }];
  }

  /** Of the terms of a save those that the user has not decided about, and what the user gave, where it stands. */
  const keywordsAfter = ({ keywords, changed }: PlainArticle, told: string[]): string[] => {
    const kept = told.filter((term) => !changed.has(`keyword:${term}`));
    keywords.forEach((term, at) => changed.has(`keyword:${term}`) && kept.splice(at, 0, term));
    return kept;
  };

  const queue = (article: PlainArticle, telling: Telling): void => {
    const lacking = picturesOf(telling).filter((url) => article.uses.get(url) !== 'held');
    article.jobs = new Map(lacking.map((url) => [url, 0]));
  };

  /** An unchanged save has the pictures fetched that could not be had. */
  const askAgain = ({ uses, jobs }: PlainArticle): void => {
    for (const [url, use] of uses) if (use === 'failed') jobs.set(url, 0);
    for (const url of jobs.keys()) jobs.set(url, 0);
  };

  const find = (telling: Telling) => articles.find(({ url, story }) => url === telling.url && story === telling.story);

  const wantedOf = (
    change: LibraryChange,
    { state, before, openedAt, keywords }: PlainArticle,
    now: number,
  ): [string, unknown] => {
    if ('to' in change) return ['state', change.to];
    if ('putBack' in change) return ['state', state === 'trash' ? before : state];
    if ('favourite' in change) return ['favourite', change.favourite ? 1 : 0];
    if ('read' in change) return ['openedAt', change.read ? (openedAt ?? now) : null];
    if ('addTag' in change) return [`tag:${change.addTag}`, true];
    if ('removeTag' in change) return [`tag:${change.removeTag}`, false];
    if ('addKeyword' in change)
      return [
        `keyword:${change.addKeyword}`,
        keywords.includes(change.addKeyword) ? keywords.indexOf(change.addKeyword) : 0,
      ];
    return [`keyword:${change.removeKeyword}`, null];
  };

  const isIn = (place: Place, { state, openedAt, favourite }: PlainArticle): boolean => {
    if (place === 'inbox' || place === 'archive' || place === 'trash') return state === place;
    if (state === 'trash') return false;
    return place === 'all' || (place === 'unread' ? openedAt === null : favourite === 1);
  };

  return {
    articles,
    deleted,
    terms,
    /** What a save will be. */
    statusOf(telling: Telling): Status {
      const article = find(telling);
      if (!article) return 'created';
      return article.text === textOf(telling) ? 'unchanged' : 'updated';
    },
    save(telling: Telling, id: string, now: number): void {
      action += 1;
      const article = find(telling);
      const text = textOf(telling);
      if (!article) {
        const { url, story } = telling;
        const plain = { state: 'inbox', favourite: 0, openedAt: null, note: '', fraction: null } as const;
        const empty = { tags: new Set<string>(), uses: new Map(), jobs: new Map(), changed: new Map(), versions: [] };
        const made: PlainArticle = {
          id,
          url,
          story,
          text,
          keywords: terms.apply(keywordsOf(telling)),
          savedAt: now,
          before: 'inbox',
          ...plain,
          ...empty,
        };
        queue(made, telling);
        articles.push(made);
        return;
      }
      article.savedAt = now;
      if (article.state === 'trash') put(article, 'state', 'inbox');
      if (article.text === text) return askAgain(article);
      article.versions.push(article.text);
      article.text = text;
      article.keywords = keywordsAfter(article, terms.apply(keywordsOf(telling)));
      queue(article, telling);
    },
    change(ids: string[], change: LibraryChange, now: number): Taken[] {
      action += 1;
      const those = articles.filter(({ id }) => ids.includes(id));
      const done = those.flatMap((article) => put(article, ...wantedOf(change, article, now)));
      if (done.length === 0) return [];
      if ('addKeyword' in change) return [...done, ...terms.add(change.addKeyword, action)];
      return 'removeKeyword' in change ? [...done, ...terms.remove(change.removeKeyword, action)] : done;
    },
    renameTag(from: string, to: string): Taken[] {
      action += 1;
      if (from === to) return [];
      const those = articles.filter(({ tags }) => tags.has(from));
      return those.flatMap((article) => put(article, `tag:${from}`, false).concat(put(article, `tag:${to}`, true)));
    },
    renameKeyword(from: string, to: string): Taken[] {
      action += 1;
      const done = articles.flatMap((article): Taken[] => {
        const place = article.keywords.indexOf(from);
        if (from === to || place < 0) return [];
        const has = article.keywords.includes(to);
        return [...put(article, `keyword:${from}`, null), ...(has ? [] : put(article, `keyword:${to}`, place))];
      });
      return done.length === 0 ? [] : [...done, ...terms.rename(from, to, action)];
    },
    dropKeyword(term: string): Taken[] {
      action += 1;
      const done = articles.flatMap((article) => put(article, `keyword:${term}`, null));
      return done.length === 0 ? [] : [...done, ...terms.remove(term, action)];
    },
    decideTerm(term: string, how: 'add' | 'forget'): void {
      action += 1;
      terms[how](term, action);
    },
    edit(id: string, field: 'note' | 'fraction' | 'openedAt', value: string | number): void {
      action += 1;
      const article = articles.find((one) => one.id === id);
      if (article && (field !== 'openedAt' || article.openedAt === null)) put(article, field, value);
    },
    undo(taken: Taken[]): void {
      action += 1;
      const fields = taken.filter((one) => 'id' in one);
      const open = fields.filter(
        ({ id, field, action: by }) => articles.find((one) => one.id === id)?.changed.get(field) === by,
      );
      for (const { id, field, before, by } of open) {
        const article = articles.find((one) => one.id === id);
        const done = article && put(article, field, before);
        // It is again the work of that one, and can be taken back in its turn.
        if (done?.length && by !== undefined) article?.changed.set(field, by);
      }
      terms.undo(
        taken.filter((one) => 'term' in one),
        action,
      );
    },
    purge(ids: string[]): number {
      const gone = articles.filter(({ id, state }) => ids.includes(id) && state === 'trash');
      for (const article of gone) articles.splice(articles.indexOf(article), 1);
      for (const { id } of gone) deleted.add(id);
      return gone.length;
    },
    picture(id: string, url: string, outcome: 'held' | 'missing' | 'unreachable'): void {
      const article = articles.find((one) => one.id === id);
      const tries = (article?.jobs.get(url) ?? 0) + 1;
      if (!article?.jobs.has(url)) return;
      if (outcome === 'unreachable' && tries < TRIES) return void article.jobs.set(url, tries);
      article.jobs.delete(url);
      if (outcome === 'held' || article.uses.get(url) !== 'held')
        article.uses.set(url, outcome === 'held' ? 'held' : 'failed');
    },
    /** Ids of a place, newest first. */
    list(place: Place): string[] {
      const found = articles.filter((article) => isIn(place, article));
      return found.toSorted((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
    },
  };
}
