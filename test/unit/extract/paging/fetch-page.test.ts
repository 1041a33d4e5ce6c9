import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../../lib/extract/paging/decode-page.ts';
import { fetchPage } from '../../../../lib/extract/paging/fetch-page.ts';

const FIRST = 'https://news.example/s.html';
const SECOND = 'https://news.example/s_2.html';
const WANTED = { url: SECOND, first: FIRST, charset: 'utf-8', cookies: true };

type Reply = { status?: number; type?: string; url?: string; body?: BodyInit };

function answering({ status = 200, type = 'text/html; charset=utf-8', url = SECOND, body = '<p>two' }: Reply) {
  const asked: [string, RequestInit][] = [];
  const fetch = (async (address: string, options: RequestInit) => {
    asked.push([address, options]);
    const response = new Response(body, { status, headers: { 'content-type': type } });
    return Object.defineProperty(response, 'url', { value: url });
  }) as typeof globalThis.fetch;
  return { fetch, asked };
}

const failing =
  (name: string): typeof globalThis.fetch =>
  async () => {
    throw Object.assign(new Error(name), { name });
  };

describe('a further page over the network', () => {
  it('comes with the visitor’s cookies', async () => {
    const { fetch, asked } = answering({});
    expect(await fetchPage(fetch, WANTED)).toEqual({ url: SECOND, html: '<p>two' });
    expect(asked[0]?.[0]).toBe(SECOND);
    expect(asked[0]?.[1]).toMatchObject({ credentials: 'include' });
    expect(asked[0]?.[1].method ?? 'GET').toBe('GET');
  });

  it('comes without cookies and leaves nothing behind for a private window', async () => {
    const { fetch, asked } = answering({});
    await fetchPage(fetch, { ...WANTED, cookies: false });
    expect(asked[0]?.[1]).toMatchObject({ credentials: 'omit', cache: 'no-store' });
  });

  it.each<[string, Reply, string]>([
    ['another origin after a redirect', { url: 'https://other.example/s_2.html' }, 'elsewhere'],
    ['the same host without encryption after a redirect', { url: 'http://news.example/s_2.html' }, 'elsewhere'],
    ['a page for members', { status: 403 }, 'signIn'],
    ['a page that has gone', { status: 404 }, 'missing'],
    ['a site in trouble', { status: 500 }, 'server'],
    ['too many questions', { status: 429 }, 'server'],
    ['a document of another kind', { type: 'application/pdf' }, 'notHtml'],
    ['no kind at all', { type: '' }, 'notHtml'],
    ['ten megabytes and more', { body: new Uint8Array(10_000_001) }, 'tooLarge'],
  ])('is refused: %s', async (_, reply, trouble) => {
    expect(await fetchPage(answering(reply).fetch, WANTED)).toEqual({ trouble });
  });

  it.each([
    ['TypeError', 'offline'],
    ['TimeoutError', 'tooLate'],
  ])('turns %s into %s', async (name, trouble) => {
    expect(await fetchPage(failing(name), WANTED)).toEqual({ trouble });
  });

  it.each([
    'https://other.example/s_2.html',
    'https://news.example/account',
    'https://news.example/s_2.html?action=delete',
    'http://127.0.0.1/s_2.html',
    'javascript:1',
    'file:///s_2.html',
    '',
  ])('is not asked for at %j', async (url) => {
    const { fetch, asked } = answering({});
    expect(await fetchPage(fetch, { ...WANTED, url })).toEqual({ trouble: 'elsewhere' });
    expect(asked).toEqual([]);
  });
});

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? Array.from(Buffer.from(part)) : part)));
/** 文 in four encodings. */
const WEN = { utf8: [0xe6, 0x96, 0x87], gbk: [0xce, 0xc4], big5: [0xa4, 0xe5], sjis: [0x95, 0xb6] };

describe('the encoding of a page', () => {
  it.each([
    ['its header', bytes(WEN.gbk), 'text/html; charset=gbk', 'utf-8'],
    ['its header, quoted', bytes(WEN.big5), 'text/html; charset="Big5"', 'utf-8'],
    ['its header against its markup', bytes('<meta charset=utf-8>', WEN.gbk), 'text/html;charset=GB18030', 'utf-8'],
    ['its mark against its header', bytes([0xef, 0xbb, 0xbf], WEN.utf8), 'text/html; charset=gbk', 'gbk'],
    ['a mark of UTF-16', bytes([0xff, 0xfe, 0x87, 0x65]), 'text/html', 'utf-8'],
    ['its markup', bytes('<meta charset="gb2312">', WEN.gbk), 'text/html', 'utf-8'],
    [
      'its older markup',
      bytes('<META http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', WEN.sjis),
      'text/html',
      'utf-8',
    ],
    [
      'its markup behind a comment',
      bytes('<!-- <meta charset=big5> --><meta charset=gbk>', WEN.gbk),
      'text/html',
      'utf-8',
    ],
    ['nothing: that of the page before', bytes(WEN.gbk), 'text/html', 'GBK'],
    ['a lie about UTF-16', bytes('<meta charset="utf-16">', WEN.utf8), 'text/html', 'gbk'],
    ['unknown names: UTF-8', bytes('<meta charset="klingon">', WEN.utf8), 'text/html; charset=x', '?'],
    [
      'markup too far below: that of the page before',
      bytes(' '.repeat(1024), '<meta charset=big5>', WEN.gbk),
      'text/html',
      'gbk',
    ],
  ])('is read from %s', (_, page, header, likely) => {
    expect(decodePage(page, header, likely)).toMatch(/(?:^|>|\s)文$/);
  });
});
