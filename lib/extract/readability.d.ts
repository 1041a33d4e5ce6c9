/** The file behind Readability's package root; the root would add the detector's code to every bundle. */
declare module '@mozilla/readability/Readability.js' {
  import type { Readability as Engine } from '@mozilla/readability';

  /** With the inner parts that `engine.ts` replaces. The package is pinned to one version for their sake. */
  type OpenEngine = InstanceType<typeof Engine<Node>> & {
    REGEXPS: Record<string, RegExp>;
    _getCharCount: (element: Element, mark?: string) => number;
    _removeNodes: (nodes: NodeListOf<Element>, unwanted?: (...args: unknown[]) => boolean) => void;
  };
  type Options = Omit<NonNullable<ConstructorParameters<typeof Engine<Node>>[1]>, 'serializer'>;
  const Readability: new (doc: Document, options: Options & { serializer: (node: Node) => Node }) => OpenEngine;
  export default Readability;
}
