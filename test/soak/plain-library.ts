/** The library as it should be: plain objects, no database, no index, nothing clever. */
import type { ArticleState } from '../../lib/article';
import type { Place } from '../../lib/library/place';
import type { LibraryChange } from '../../lib/library/change';
import { keywordOf, picturesOf, type Telling, textOf } from './stories';

export type PlainArticle = {
  id: string;
  url: number;
  story: number;
  text: string;
  versions: string[];
  keyword: string;
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

type Taken = { id: string; field: string; before: unknown; action: number };
export type Status = 'created' | 'updated' | 'unchanged';

/** A picture is fetched once and tried again as often. */
const TRIES = 4;

export type PlainLibrary = ReturnType<typeof plainLibrary>;

export function plainLibrary() {
  const articles: PlainArticle[] = [];
  const deleted = new Set<string>();
  let action = 0;

  const valueOf = (article: PlainArticle, field: string): unknown =>
    field.startsWith('tag:') ? article.tags.has(field.slice(4)) : article[field as 'state'];

  function put(article: PlainArticle, field: string, value: unknown): Taken[] {
    const before = valueOf(article, field);
    if (before === value) return [];
    if (field === 'state' && value === 'trash') article.before = article.state === 'archive' ? 'archive' : 'inbox';
    if (!field.startsWith('tag:')) Object.assign(article, { [field]: value });
    else if (value === true) article.tags.add(field.slice(4));
    else article.tags.delete(field.slice(4));
    article.changed.set(field, action);
    return [{ id: article.id, field, before, action }];
  }

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
    { state, before, openedAt }: PlainArticle,
    now: number,
  ): [string, unknown] => {
    if ('to' in change) return ['state', change.to];
    if ('putBack' in change) return ['state', state === 'trash' ? before : state];
    if ('favourite' in change) return ['favourite', change.favourite ? 1 : 0];
    if ('read' in change) return ['openedAt', change.read ? (openedAt ?? now) : null];
    if ('addTag' in change) return [`tag:${change.addTag}`, true];
    if ('removeTag' in change) return [`tag:${change.removeTag}`, false];
    throw new Error('No such change is made here.');
  };

  const isIn = (place: Place, { state, openedAt, favourite }: PlainArticle): boolean => {
    if (place === 'inbox' || place === 'archive' || place === 'trash') return state === place;
    if (state === 'trash') return false;
    return place === 'all' || (place === 'unread' ? openedAt === null : favourite === 1);
  };

  return {
    articles,
    deleted,
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
          keyword: keywordOf(telling),
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
      queue(article, telling);
    },
    change(ids: string[], change: LibraryChange, now: number): Taken[] {
      action += 1;
      const those = articles.filter(({ id }) => ids.includes(id));
      return those.flatMap((article) => put(article, ...wantedOf(change, article, now)));
    },
    renameTag(from: string, to: string): Taken[] {
      action += 1;
      if (from === to) return [];
      const those = articles.filter(({ tags }) => tags.has(from));
      return those.flatMap((article) => put(article, `tag:${from}`, false).concat(put(article, `tag:${to}`, true)));
    },
    edit(id: string, field: 'note' | 'fraction' | 'openedAt', value: string | number): void {
      action += 1;
      const article = articles.find((one) => one.id === id);
      if (article && (field !== 'openedAt' || article.openedAt === null)) put(article, field, value);
    },
    undo(taken: Taken[]): void {
      action += 1;
      for (const { id, field, before, action: by } of taken) {
        const article = articles.find((one) => one.id === id);
        if (article?.changed.get(field) === by) put(article, field, before);
      }
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
