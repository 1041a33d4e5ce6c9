/** Serves a folder on loopback; for pages that the extension shall run on, since content scripts do not run on `file:`. */
import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, dirname, extname, join, sep } from 'node:path';

/** Types that a page needs beside itself. Pages carry no charset: theirs stands in the markup and may be GBK. */
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

export type Served = { origin: string; close: () => Promise<void> };

/** Serves one page and, for its pictures and styles, what lies beside it. Returns the page's address too. */
export async function servePage(file: string): Promise<Served & { url: string }> {
  const path = realpathSync(file);
  const page = basename(path);
  const folder = dirname(path);
  const served = await serve((request, response) => {
    const wanted = pathOf(request);
    const isPage = wanted === `/${page}`;
    // Other documents in the same folder are nobody's business.
    if (!isPage && /\.(x?html?|xml|txt)$/i.test(wanted)) return refuse(response, 404);
    if (isPage) sendPage(response, path);
    else sendFile(response, folder, wanted);
  });
  return { ...served, url: `${served.origin}/${encodeURIComponent(page)}` };
}

/**
 * A saved page without its scripts: they miss their site, and some lead the browser away from the copy.
 * Many copies were turned into UTF-8 by what saved them and still name, or need, another charset.
 */
function sendPage(response: ServerResponse, file: string): void {
  const page = readFileSync(file);
  response
    .writeHead(200, {
      'content-type': isUtf8(page) ? 'text/html; charset=utf-8' : 'text/html',
      'content-security-policy': "script-src 'none'",
      'cache-control': 'no-cache',
    })
    .end(page);
}

/** A server on a free port of loopback that answers only requests for loopback names. */
export async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Served> {
  const server = createServer((request, response) => {
    // Another site's page could point its own name at loopback and read our files.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(response, 403);
    handle(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

/** Sends a file of the folder, nothing hidden and nothing outside of it, links resolved. */
export function sendFile(response: ServerResponse, folder: string, path: string): void {
  if (path.split('/').some((part) => part.startsWith('.'))) return refuse(response, 404);
  const base = realpathSync(folder);
  const contentType = TYPES[extname(path).toLowerCase()];
  let file: string;
  try {
    file = realpathSync(join(base, path));
    if (!file.startsWith(base + sep) || !statSync(file).isFile() || !contentType) return refuse(response, 404);
  } catch {
    return refuse(response, 404);
  }
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache' });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Decoded path of a request; `/` when it is malformed. */
export function pathOf(request: IncomingMessage): string {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  } catch {
    return '/';
  }
}

export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(String(status));
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => {
    server.close(() => closed());
  });
}
