/** The file behind Readability's package root; the root would add the detector's code to every bundle. */
declare module '@mozilla/readability/Readability.js' {
  type UnusedStep = (typeof import('./unused-steps.ts').UNUSED_STEPS)[number];

  /** The inner parts that `engine.ts` drives or replaces. The package is pinned to one version for their sake. */
  type OpenEngine = Record<UnusedStep, () => null> & {
    REGEXPS: Record<string, RegExp>;
    _doc: Document;
    _flags: number;
    FLAG_CLEAN_CONDITIONALLY: number;
    _metadata: { byline?: string };
    _articleTitle: string;
    _getCharCount: (element: Element, mark?: string) => number;
    _removeNodes: (nodes: NodeListOf<Element>, unwanted?: (...args: unknown[]) => boolean) => void;
    _removeScripts: (doc: Document) => void;
    _prepDocument: () => void;
    _prepArticle: (article: HTMLElement) => void;
    _grabArticle: () => HTMLElement | null;
    _simplifyNestedElements: (article: HTMLElement) => void;
  };
  const Readability: new (doc: Document, options: { charThreshold: number }) => OpenEngine;
  export default Readability;
}
