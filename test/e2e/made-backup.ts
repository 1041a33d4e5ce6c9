/** A backup of many made-up articles, written by the product's own code: large enough to be caught at work. */
import { prepareArticle } from '../../lib/library/prepare';
import type { ArticleLine } from '../../lib/library/backup';
import { writeBackup } from '../../lib/transfer/backup/write-backup';
import { newArticleId } from '../../lib/library/article-id';

const NOW = 1_790_000_000_000;
const SLICE = 50;

async function lineOf(n: number): Promise<ArticleLine> {
  const savedAt = NOW + n * 1000;
  const id = newArticleId(savedAt);
  const text = Array.from(
    { length: 6 },
    (_, i) => `第 ${n} 号渡船第 ${i} 次靠岸，船上有 ${(n * 7 + i) % 40} 位乘客。`,
  ).join('\n');
  const url = `https://news.example.com/${n}.html`;
  const header = {
    title: `第 ${n} 号渡船`,
    byline: null,
    source: '江城晚报',
    lang: 'zh-CN',
    dir: 'ltr',
    publishedAt: null,
  } as const;
  const html = `<p>${text.replaceAll('\n', '</p><p>')}</p>`;
  const rest = { canonicalUrl: null, editor: null, updatedAt: null, declaredKeywords: [], images: [] };
  const seen = { minutes: 1, leadImage: null, excerpt: text.slice(0, 60) };
  const article = { ...header, ...rest, ...seen, url, html, text, removed: [], provenance: {} };
  const { contentHash, fingerprint, urlKey } = await prepareArticle(article, []);
  const stamp = `${String(savedAt).padStart(15, '0')}-0000-elsewhere`;
  const own = { state: 'inbox', favourite: 0, tags: [], keywords: [], note: '' } as const;
  const row = { id, url, urlKeys: [urlKey], ...header, ...seen, ...own, savedAt, contentHash, fingerprint };
  return {
    deleted: false,
    row: { ...row, tags: [], keywords: [], stamps: { content: stamp, state: stamp }, saves: [] },
    body: { articleId: id, html, removed: [], provenance: {}, keywords: [], ...rest },
    text,
    versions: [],
    pictures: [],
  };
}

async function* slicesOf(articles: number): AsyncGenerator<ArticleLine[]> {
  for (let from = 0; from < articles; from += SLICE)
    yield Promise.all(Array.from({ length: Math.min(SLICE, articles - from) }, (_, i) => lineOf(from + i)));
}

export async function madeBackup(articles: number): Promise<Buffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const source = {
    slices: () => slicesOf(articles),
    picture: async () => undefined,
    siteRules: async () => [],
    termPrefs: async () => [],
    settings: async () => ({}),
  };
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
  await writeBackup(source, stream, { now: () => NOW, app: '0.1.0' });
  return Buffer.concat(chunks);
}
