/** A proxy that writes down every request which a browser makes, and passes on only those for loopback. */
import { createServer, request as ask } from 'node:http';

export type Recorder = {
  /** For the browser's proxy setting. */
  server: string;
  /** Addresses in the order of asking; for an encrypted connection only `host:port`. */
  requests: string[];
  close: () => void;
};

export async function startRecorder(): Promise<Recorder> {
  const requests: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '';
    requests.push(url);
    if (!/^http:\/\/(127\.0\.0\.1|localhost):/.test(url)) return void outgoing.writeHead(502).end();
    const onward = ask(url.replace('//localhost:', '//127.0.0.1:'), {
      method: incoming.method,
      headers: incoming.headers,
    });
    onward.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  proxy.on('connect', (incoming, socket) => {
    requests.push(incoming.url ?? '');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const address = proxy.address();
  return {
    server: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    requests,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
