import { extendsAddress, isOtherPage } from './page-address.ts';

const ACTS =
  /(?:^|[^a-z])(?:add|approve|ban|buy|cart|checkout|del|delete|edit|flag|like|log-?out|login|order|pay|publish|purchase|remove|report|sign-?(?:in|out|up)|subscribe|un(?:like|subscribe)|vote)(?:[^a-z]|$)/i;
const NAMES_AN_ACTION = /^(?:act|action|cmd|command|do|method|op|operation|task)$/i;

/** A query that names an action may do something on the server. One that the article's own address has did it already. */
function acts(next: URL, first: URL): boolean {
  return Array.from(next.searchParams).some(
    ([name, value]) =>
      ACTS.test(name) || ACTS.test(value) || (NAMES_AN_ACTION.test(name) && first.searchParams.get(name) !== value),
  );
}

/** May `next` be fetched as a further page of the article at `first`? Both are checked; neither is trusted. */
export function mayFollow(first: string, next: string): boolean {
  if (!URL.canParse(first) || !URL.canParse(next)) return false;
  const from = new URL(first);
  const to = new URL(next);
  if (!/^https?:$/.test(to.protocol) || to.origin !== from.origin || to.username || to.password) return false;
  return !acts(to, from) && (isOtherPage(from, to) || extendsAddress(from, to));
}
