// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showBody } from '../../../../components/article-view/show-body';
import type { PictureSource } from '../../../../components/article-view/show-pictures';

let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
  // jsdom has no CSS object; the ids here need no escapes.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(private readonly report: (entries: { target: Element }[]) => void) {}
      observe(target: Element) {
        this.report([{ target }]);
      }
      disconnect() {}
    },
  );
  vi.stubGlobal('CSS', { escape: (name: string) => name });
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

/** A body as extraction hands it over: in an inert document. */
function inertBody(html: string): HTMLElement {
  const page = document.implementation.createHTMLDocument('');
  const body = page.createElement('div');
  body.innerHTML = html;
  return body;
}

function show(html: string, pictureSource: PictureSource = (address) => address): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  showBody(place, { title: 'The tide clock', body: inertBody(html), pictureSource }, { signal: stop.signal });
  return place;
}

const pictureIn = (place: HTMLElement): HTMLImageElement => {
  const picture = place.querySelector('img');
  if (!picture) throw new Error('no picture');
  return picture;
};

describe('a picture', () => {
  it('gets its address only after it stands in the page', () => {
    const seen: boolean[] = [];
    const set = vi.spyOn(HTMLImageElement.prototype, 'setAttribute');
    set.mockImplementation(function (this: HTMLImageElement, name, value) {
      if (name === 'src') seen.push(this.isConnected);
      Element.prototype.setAttribute.call(this, name, value);
    });
    const place = show('<p><img src="https://e.org/a.png" srcset="b 2x" sizes="1px" loading="lazy"></p>');
    expect(seen).toEqual([true]);
    expect(pictureIn(place).getAttributeNames().toSorted()).toEqual(['data-src', 'src']);
  });

  it('shows a stored copy and remembers its own address', async () => {
    const picture = pictureIn(show('<img data-src="https://e.org/a.png">', () => Promise.resolve('blob:copy')));
    await vi.waitFor(() => expect(picture.getAttribute('src')).toBe('blob:copy'));
    expect(picture.getAttribute('data-src')).toBe('https://e.org/a.png');
  });

  it.each<[string, PictureSource]>([
    ['is not stored', () => null],
    ['cannot be looked up', () => Promise.reject(new Error('closed'))],
  ])('turns into a placeholder with its text when it %s', async (_why, source) => {
    const place = show('<p>a<img src="https://e.org/a.png" alt="A gear"></p>', source);
    await vi.waitFor(() => expect(pictureIn(place).hidden).toBe(true));
    expect(place.querySelector('.article-picture-missing')?.textContent).toContain('A gear');
    expect(pictureIn(place).hasAttribute('src')).toBe(false);
  });

  it('turns into one placeholder however often it fails', () => {
    const place = show('<img src="https://e.org/a.png">');
    pictureIn(place).dispatchEvent(new Event('error'));
    pictureIn(place).dispatchEvent(new Event('error'));
    expect(place.querySelectorAll('.article-picture-missing')).toHaveLength(1);
  });

  it('is not described by the headline once more', () => {
    const place = show(
      '<img src="https://e.org/a.png" alt=" The tide\nclock "><img src="https://e.org/b.png" alt="A gear">',
    );
    expect(Array.from(place.querySelectorAll('img'), ({ alt }) => alt)).toEqual(['', 'A gear']);
  });

  it('does nothing any more after the view is gone', async () => {
    let found: (url: string) => void = () => undefined;
    const place = show('<img src="https://e.org/a.png">', () => new Promise((resolve) => (found = resolve)));
    stop.abort();
    found('blob:late');
    await Promise.resolve();
    expect(pictureIn(place).hasAttribute('src')).toBe(false);
  });

  it('is set like a figure when it stands alone, and stays in its line otherwise', () => {
    const place = show('<p id="a"><img src="https://e.org/a.png"></p><p id="b">x <img src="https://e.org/b.png"></p>');
    expect(place.querySelector('#a')?.className).toBe('article-picture-line');
    expect(place.querySelector('#b')?.className).toBe('');
  });
});

describe('the body', () => {
  it('lets the keyboard reach a table that scrolls, and no other', () => {
    const wide = vi.spyOn(Element.prototype, 'scrollWidth', 'get');
    wide.mockImplementation(function (this: Element) {
      return this.id === 'wide' ? 900 : 0;
    });
    const place = show('<table id="wide"></table><table id="narrow"></table>');
    expect(place.querySelector('#wide')?.getAttribute('tabindex')).toBe('0');
    expect(place.querySelector('#narrow')?.hasAttribute('tabindex')).toBe(false);
  });

  it('loses indents that were typed, but no other space', () => {
    expect(show('<p>　　雾还没散。　完</p>').textContent).toBe('雾还没散。　完');
  });

  it('leads a footnote link to its place, and leaves other links to the browser', () => {
    const place = show('<a href="#q-n%31">1</a><a href="https://e.org/">2</a><p id="q-n1">Note</p>');
    const note = place.querySelector<HTMLElement>('#q-n1');
    const scrolled = vi.fn();
    if (note) note.scrollIntoView = scrolled;
    const [local, remote] = place.querySelectorAll('a');
    const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });
    expect(local?.dispatchEvent(click())).toBe(false);
    expect(scrolled).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(note);
    let left = false;
    document.addEventListener(
      'click',
      (event) => {
        left = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    remote?.dispatchEvent(click());
    expect(left).toBe(true);
  });
});
