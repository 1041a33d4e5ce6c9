import { finder } from '@medv/finder';
import { render } from 'preact';
import { t } from '../../components/i18n';
import { blockAt, narrower, wider } from './block-at';
import css from './picker.css?inline';

/** Named here because the browser refuses to name them once the extension is reloaded under an open view. */
const TEXTS = ['pick_hint', 'pick_settled', 'pick_wider', 'pick_narrower', 'pick_read', 'pick_cancel'] as const;

export function rememberPickerTexts(): void {
  for (const text of TEXTS) t(text);
}

/** Pages must not act on what is meant for us. */
const OURS = 'click dblclick auxclick mousedown mouseup pointerdown pointerup touchstart touchend contextmenu'.split(
  ' ',
);

const BROAD_KEYS = new Set(['ArrowUp', '+']);
const NARROW_KEYS = new Set(['ArrowDown', '-']);

/**
 * Lets the user point at a block of the page. Resolves to a selector for it that should also hold on other pages of the
 * site (no names with numbers in them), or `null` when the user thought better of it. Leaves the page as it was.
 */
export function pickBlock(window: Window & typeof globalThis, theme: string): Promise<string | null> {
  const page = window.document;
  const stop = new AbortController();
  const { signal } = stop;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const host = page.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const pane = page.createElement('div');
  pane.className = 'pick';
  pane.popover = 'manual';
  pane.dataset.theme = theme;
  pane.lang = t('ui_language');
  pane.dir = 'ltr';
  shadow.append(pane);

  /** Where the pointer was, and the block that stands for it. */
  let pointed: Element | null = null;
  let block: Element | null = null;
  let settled = false;

  const end = (selector: string | null) => {
    if (signal.aborted) return;
    stop.abort();
    render(null, pane);
    host.remove();
    resolve(selector);
  };
  const take = () => {
    if (block) end(finder(block, { root: page.body, timeoutMs: 300 }));
  };
  const resize = (larger: boolean) => {
    const next = block && pointed && (larger ? wider(block) : narrower(block, pointed));
    if (next) [block, settled] = [next, true];
    draw();
  };

  const draw = () => {
    if (signal.aborted) return;
    const box = block?.getBoundingClientRect();
    render(
      <>
        {box && (
          <div
            class="pick-frame"
            style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }}
          />
        )}
        <div class="pick-bar" role="dialog" aria-label={t('pick_offer')}>
          <p role="status">{t(settled ? 'pick_settled' : 'pick_hint')}</p>
          {block && (
            <>
              <button class="button" onClick={() => resize(true)}>
                {t('pick_wider')}
              </button>
              <button class="button" onClick={() => resize(false)}>
                {t('pick_narrower')}
              </button>
              <button class="button primary" onClick={take}>
                {t('pick_read')}
              </button>
            </>
          )}
          <button class="button" onClick={() => end(null)}>
            {t('pick_cancel')}
          </button>
        </div>
      </>,
      pane,
    );
  };

  const point = ({ clientX, clientY }: MouseEvent) => {
    const under = page.elementsFromPoint(clientX, clientY).find((element) => element !== host);
    if (!under || under === page.documentElement || under === page.body) return;
    pointed = under;
    block = blockAt(under);
    draw();
  };
  pane.addEventListener('pointermove', (event) => event.target === pane && !settled && point(event), { signal });
  pane.addEventListener(
    'click',
    (event) => {
      if (event.target !== pane || !event.isTrusted) return;
      settled = true;
      point(event);
    },
    { signal },
  );
  // Without the signal: the click that ends it all is still on its way out.
  for (const name of OURS) shadow.addEventListener(name, (event) => event.stopPropagation());
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const inBar = shadow.activeElement !== null;
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter' && !inBar) take();
    else if (BROAD_KEYS.has(event.key)) resize(true);
    else if (NARROW_KEYS.has(event.key)) resize(false);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal });
  for (const name of ['scroll', 'resize'])
    window.addEventListener(name, draw, { capture: true, passive: true, signal });
  // A page that takes the pane away has ended the picking.
  const watch = new MutationObserver(() => !host.isConnected && end(null));
  watch.observe(page.documentElement, { childList: true });
  signal.addEventListener('abort', () => watch.disconnect());

  page.documentElement.append(host);
  pane.showPopover();
  draw();
  return promise;
}
