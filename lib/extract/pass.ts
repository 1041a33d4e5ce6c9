/** What a pass gets and gives. */
import type { Header } from './header.ts';
import type { Line } from './lines.ts';

export type PassContext = {
  header: Header;
  /** The article's language is written without spaces between words. */
  cjk: boolean;
  url: string;
  /** The article's lines as they stand now; read once until something is taken out. */
  lines: () => Line[];
};

/** Sibling nodes that should go, and the reason in one English sentence. */
export type Removal = { nodes: ChildNode[]; reason: string };

/** Finds what should go. Takes nothing out itself: the pipeline does, and keeps the receipt. */
export type Pass = (body: Element, context: PassContext) => Removal[];
