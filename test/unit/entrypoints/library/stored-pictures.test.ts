// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showPictures } from '../../../../components/article-view/show-pictures';
import type { Pictures } from '../../../../entrypoints/library/storage';
import { storedPictures } from '../../../../entrypoints/library/stored-pictures';
import { useMessages } from '../../../../components/i18n';
import english from '../../../../public/_locales/en/messages.json' with { type: 'json' };

const ONE = 'https://img.example.com/1.jpg';
const TWO = 'https://img.example.com/2.jpg';

let stop: AbortController;
let tell: (pictures: Pictures) => void;
const retry = vi.fn<(address: string) => void>();

beforeEach(() => {
  useMessages((key) => english[key].message, 'en');
  stop = new AbortController();
  let made = 0;
  URL.createObjectURL = () => `blob:${made++}`;
  URL.revokeObjectURL = vi.fn();
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** An article with two pictures, before the library has said anything. */
function show(): HTMLElement {
  const body = document.createElement('div');
  for (const address of [ONE, TWO]) {
    const picture = document.createElement('img');
    picture.dataset.src = address;
    body.append(picture);
  }
  document.body.append(body);
  const watch = (onPictures: typeof tell) => {
    tell = onPictures;
    return () => {};
  };
  showPictures(body, storedPictures({ watch, retry }, body, stop), stop);
  return body;
}

const settled = () => new Promise((done) => setTimeout(done));
const boxes = (body: HTMLElement) => Array.from(body.querySelectorAll('.article-picture-missing'));
const sources = (body: HTMLElement) =>
  Array.from(body.querySelectorAll('img'), (picture) => picture.getAttribute('src'));

describe('the pictures of a saved article', () => {
  it('are shown as they come', async () => {
    const body = show();
    tell(
      new Map([
        [ONE, new Blob(['1'])],
        [TWO, null],
      ]),
    );
    await settled();
    expect(sources(body)).toEqual(['blob:0', null]);
    expect(boxes(body).map((box) => box.textContent)).toEqual(['This picture is still being fetched.']);
    tell(
      new Map([
        [ONE, new Blob(['1'])],
        [TWO, new Blob(['2'])],
      ]),
    );
    expect(sources(body)).toEqual(['blob:0', 'blob:1']);
    expect(boxes(body)).toEqual([]);
    expect(body.querySelector('img[hidden]')).toBeNull();
  });

  it('say why they are missing, and are asked for again', async () => {
    const body = show();
    tell(
      new Map([
        [ONE, 'refused'],
        [TWO, 'missing'],
      ]),
    );
    await settled();
    const [first, second] = boxes(body);
    expect(first?.textContent).toContain('The site refused to give this picture.');
    first?.querySelector('button')?.click();
    expect(retry.mock.calls).toEqual([[ONE]]);
    tell(
      new Map([
        [ONE, null],
        [TWO, 'missing'],
      ]),
    );
    expect(boxes(body)[0]?.textContent).toBe('This picture is still being fetched.');
    expect(boxes(body)[1], 'what did not change stays, with the focus in it').toBe(second);
    tell(
      new Map<string, Blob | string>([
        [ONE, new Blob(['1'])],
        [TWO, 'missing'],
      ]),
    );
    expect(sources(body)).toEqual(['blob:0', null]);
  });

  it('have no words for a reason that a newer version gave', async () => {
    const body = show();
    tell(new Map([[ONE, 'unheardOf']]));
    await settled();
    expect(boxes(body)[0]?.textContent).toBe('Picture could not be loaded');
  });
});
