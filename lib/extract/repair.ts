import type { Header } from './header.ts';

/** Mends one thing in the page's clone before the article is looked for. */
export type Repair = (doc: Document, page: { url: string; header: Header }) => void;
