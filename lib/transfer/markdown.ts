import { escapeLineStarts, longestRun } from './markdown/escape.ts';
import { inlineMarkdown } from './markdown/inline.ts';
import { tableMarkdown } from './markdown/table.ts';

const BLOCKS =
  'p,div,section,article,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,blockquote,pre,figure,figcaption,table,tr,td,th,tbody,hr,details,summary';
const BLOCK_NAMES = new Set(BLOCKS.split(','));

/** An inline element around blocks (`<a><figure>`) counts as one, or its blocks would run together. */
function isBlock(node: Node): node is Element {
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  return BLOCK_NAMES.has(element.localName) || element.querySelector(BLOCKS) !== null;
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line ? rest : rest.trimEnd()) + line)
    .join('\n');
}

function listOf(list: Element): string {
  const ordered = list.localName === 'ol';
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  const items = Array.from(list.children)
    .map((item) => ({ item, blocks: blocksOf(item) }))
    .filter(({ blocks }) => blocks.length > 0);
  // A list of paragraphs keeps its air; a nested list alone does not ask for it.
  const loose = items.some(
    ({ item, blocks }) => blocks.length > 1 + item.querySelectorAll(':scope > :is(ul, ol)').length,
  );
  return items
    .map(({ blocks }, index) => {
      const bullet = ordered ? `${(Number.isNaN(start) ? 1 : start) + index}. ` : '- ';
      return prefixLines(blocks.join(loose ? '\n\n' : '\n'), bullet, ' '.repeat(bullet.length));
    })
    .join(loose ? '\n\n' : '\n');
}

function codeBlock(code: string): string {
  const fence = '`'.repeat(longestRun(code, 2) + 1);
  return `${fence}\n${code.replace(/^\n|\s+$/g, '')}\n${fence}`;
}

/** A caption goes below its picture, set apart as emphasis. */
function captionOf(caption: Element): string[] {
  const text = inlineMarkdown(caption.childNodes).replace(/\s+/gu, ' ');
  // Markup inside already says more than emphasis would.
  return text ? [/[*<[`]/.test(text) ? escapeLineStarts(text) : `*${text}*`] : [];
}

function blockOf(element: Element): string[] {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) {
    const text = inlineMarkdown(element.childNodes).replace(/\s+/gu, ' ');
    // The first level is the headline's.
    return text ? [`${'#'.repeat(Math.max(2, Number(name[1])))} ${text}`] : [];
  }
  switch (name) {
    case 'ul':
    case 'ol':
      return [listOf(element)].filter(Boolean);
    case 'blockquote':
      return [blocksOf(element).join('\n\n')].filter(Boolean).map((text) => prefixLines(text, '> ', '> '));
    case 'pre':
      return element.textContent.trim() ? [codeBlock(element.textContent)] : [];
    case 'hr':
      return ['* * *'];
    case 'figcaption':
      return captionOf(element);
    case 'dt':
    case 'summary':
      return blocksOf(element).map((text) => (text.includes('*') ? text : `**${text}**`));
    case 'table': {
      const table = tableMarkdown(element);
      return table === null ? blocksOf(element) : [table];
    }
    default:
      return blocksOf(element);
  }
}

/** Children as blocks: block elements by themselves, what stands between them as paragraphs. */
function blocksOf(parent: Node): string[] {
  const blocks: string[] = [];
  let run: Node[] = [];
  const endParagraph = () => {
    const text = inlineMarkdown(run);
    if (text) blocks.push(escapeLineStarts(text));
    run = [];
  };
  for (const node of Array.from(parent.childNodes)) {
    if (isBlock(node)) {
      endParagraph();
      blocks.push(...blockOf(node));
    } else run.push(node);
  }
  endParagraph();
  return blocks;
}

/** The body of an article as CommonMark with pipe tables, blocks parted by an empty line, no newline at the end. */
export function toMarkdown(body: Node): string {
  return blocksOf(body).join('\n\n');
}
