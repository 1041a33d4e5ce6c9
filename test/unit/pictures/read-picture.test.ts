import { describe, expect, it } from 'vitest';
import { pictureType } from '../../../lib/pictures/picture-type';
import { readPicture } from '../../../lib/pictures/read-picture';

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const PNG = bytes('\x89PNG\r\n\x1a\n0000');

describe('the type of a picture', () => {
  it.each([
    ['image/jpeg', bytes('\xff\xd8\xff\xe0')],
    ['image/png', PNG],
    ['image/gif', bytes('GIF89a')],
    ['image/webp', bytes('RIFF0000WEBPVP8 ')],
    ['image/avif', bytes('\0\0\0\x1cftypavif\0\0\0\0')],
    ['image/svg+xml', bytes('<?xml version="1.0"?>\n<!-- logo -->\n<svg xmlns="http://www.w3.org/2000/svg">')],
  ])('is %s by its bytes', (type, head) => expect(pictureType(head)).toBe(type));

  it.each([
    ['a page', bytes('<!doctype html><html><svg>')],
    ['a script', bytes('alert(1)')],
    ['nothing', new Uint8Array()],
  ])('is none for %s', (_, head) => expect(pictureType(head)).toBeNull());
});

describe('reading a picture', () => {
  it('believes the bytes and not the declared type', async () => {
    const result = await readPicture(new Response(PNG, { headers: { 'content-type': 'text/html' } }));
    expect(result).toMatchObject({ ok: true, blob: { type: 'image/png', size: PNG.length } });
  });

  it('stops reading a body that never ends', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent++;
        controller.enqueue(PNG);
      },
    });
    expect(await readPicture(new Response(endless), 100)).toEqual({ ok: false, failure: 'tooLarge' });
    expect(sent).toBeLessThan(20);
  });

  it.each([
    [404, 'missing'],
    [403, 'refused'],
    [500, 'refused'],
  ])('names why a %i answer has no picture', async (status, failure) => {
    expect(await readPicture(new Response('no', { status }))).toEqual({ ok: false, failure });
  });

  it('keeps no page that answers in place of a picture', async () => {
    expect(await readPicture(new Response('<html>log in</html>'))).toEqual({ ok: false, failure: 'notPicture' });
  });
});
