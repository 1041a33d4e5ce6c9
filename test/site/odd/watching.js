/*
 * Looks for every trace that a foreign script could leave. Runs before anything else on the page; `watching.report()` is
 * what it has noticed, as lines that a test compares with those of a browser without us. Between `arm` (now) and `disarm`
 * the page itself does nothing, so that every call is another's.
 */
{
  const lines = new Map();
  let own = 0;
  let armed = false;
  const { apply, getOwnPropertyDescriptor, defineProperty, ownKeys } = Reflect;
  const mapSet = Map.prototype.set;
  const note = (what, detail = '') => void apply(mapSet, lines, [`${what}: ${String(detail)}`, true]);
  /** What the watcher does itself is no trace. */
  const ours = (work) =>
    function (...given) {
      own++;
      try {
        return apply(work, this, given);
      } finally {
        own--;
      }
    };
  const called = (name) => {
    if (!armed || own) return;
    own++;
    note('call', name);
    own--;
  };

  // The counters first: handles of timers, frames and idle callbacks are numbers in a row that all scripts share.
  const COUNTERS = { setTimeout, requestAnimationFrame, requestIdleCallback };
  const CANCEL = { setTimeout: clearTimeout, requestAnimationFrame: cancelAnimationFrame, requestIdleCallback: cancelIdleCallback };
  const nextHandle = (name) => {
    const handle = apply(COUNTERS[name], window, [() => {}, { timeout: 1e6 }]);
    apply(CANCEL[name], window, [handle]);
    return handle;
  };
  const counted = {};
  for (const name of Object.keys(COUNTERS)) counted[name] = nextHandle(name);

  const globalsBefore = new Set(ownKeys(window));

  // Every method and every property that the browser gives a page is a trap, and so is its text as a function.
  const trap = (owner, label) => {
    for (const key of ownKeys(owner)) {
      const { value, get, set, writable, configurable, enumerable } = getOwnPropertyDescriptor(owner, key);
      const name = `${label}.${String(key)}`;
      if (key === 'constructor' || (key === 'apply' && label === 'Function')) continue;
      if (configurable && (get || set)) {
        defineProperty(owner, key, {
          configurable,
          enumerable,
          get: get && function () { called(`get ${name}`); return apply(get, this, []); },
          set: set && function (to) { called(`set ${name}`); return apply(set, this, [to]); },
        });
      } else if (typeof value === 'function' && (writable || configurable) && !/^[A-Z]/.test(String(key))) {
        const trapped = function (...given) { called(name); return apply(value, this, given); };
        if (configurable) defineProperty(owner, key, { configurable, enumerable, writable, value: trapped });
        else owner[key] = trapped;
      }
    }
  };
  const LANGUAGE = ['Array', 'String', 'RegExp', 'Map', 'Set', 'Promise', 'Function', 'Number', 'Object'];
  const WEB = ownKeys(window).filter((name) => typeof name === 'string' && /^[A-Z]/.test(name) && typeof window[name] === 'function' && window[name].prototype && !LANGUAGE.includes(name) && !/Error$|Array$|^(?:Symbol|Proxy|Reflect|Map|WeakMap|WeakRef|Function|Iterator)/.test(name));
  const trapAll = ours(() => {
    for (const name of WEB) trap(window[name].prototype, name);
    for (const name of ['Array', 'Object', 'JSON', 'Math', 'Promise', 'Reflect', 'Symbol']) trap(window[name], name);
    for (const name of LANGUAGE) trap(window[name].prototype, `${name}#`);
    trap(console, 'console');
    trap(window, 'window');
    if (window.chrome) trap(window.chrome, 'chrome');
    // What a script that shared our objects would read of them, or ask a page for.
    for (const key of ['then', 'delay', 'priority', 'signal', 'timeout', 'once', 'threshold', 'rootMargin', 'root', 'persisted', 'article', 'score', 'reasons'])
      defineProperty(Object.prototype, key, { configurable: true, get() { called(`get option ${key}`); }, set(value) { defineProperty(this, key, { value, writable: true, configurable: true, enumerable: true }); } });
  });

  // Nodes with hostile properties of their own, set when the parser has made them.
  const poison = ours(() => {
    for (const [node, keys] of [
      [document, ['title', 'head', 'body', 'contentType', 'readyState', 'visibilityState', 'documentElement', 'querySelector', 'getElementsByTagName', 'createTreeWalker']],
      [document.body, ['id', 'className', 'textContent', 'innerHTML', 'children']],
      [document.documentElement, ['lang', 'textContent', 'clientHeight']],
      [document.querySelector('h1'), ['textContent', 'localName', 'parentElement', 'closest', 'toString']],
    ])
      for (const key of keys) {
        const real = ours(() => Reflect.get(Object.getPrototypeOf(node), key, node));
        defineProperty(node, key, { configurable: true, get() { called(`get own ${node.nodeName} ${key}`); return real(); } });
      }
  });

  // There is no wildcard for events: all that the browser has a handler for, and the names that frameworks announce themselves by.
  const listen = EventTarget.prototype.addEventListener;
  const EVENTS = ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'focusin', 'focusout', 'selectionchange', 'wxt:locationchange', 'wxt:content-script-started', 'readerable', 'extension'];
  for (const target of [window, document, navigation, document.documentElement]) {
    const named = new Set(EVENTS);
    for (let level = target; level; level = Object.getPrototypeOf(level))
      for (const key of ownKeys(level)) if (/^on[a-z]/.test(String(key))) named.add(key.slice(2));
    for (const type of named)
      apply(listen, target, [type, ours((event) => armed && note('event', `${type} ${event.data ?? event.message ?? event.reason ?? event.violatedDirective ?? ''}`)), true]);
  }

  // What the parser does is one thing, and what happens once the page is read another.
  let phase = 'parsed';
  const changed = ours((records) => {
    for (const { type, target, attributeName } of records)
      if (armed) note('mutation', `${phase} ${type} ${target.nodeName} ${attributeName ?? ''}`);
  });
  const changes = new MutationObserver(changed);
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const entries = ours((list) => {
    for (const entry of list.getEntries()) {
      const text = JSON.stringify(entry);
      if (['mark', 'measure', 'resource'].includes(entry.entryType)) note('performance', `${entry.entryType} ${entry.name}`);
      if (/extension:\/\//.test(text)) note('performance', `${entry.entryType} names an extension`);
      if (entry.notRestoredReasons) note('performance', `not restored: ${JSON.stringify(entry.notRestoredReasons)}`);
    }
  });
  for (const type of PerformanceObserver.supportedEntryTypes) new PerformanceObserver(entries).observe({ type, buffered: true });
  if (window.ReportingObserver)
    new ReportingObserver(ours((reports) => { for (const { type, body } of reports) note('report', `${type} ${body?.id ?? ''}`); }), { buffered: true }).observe();
  Error.prepareStackTrace = ours((error, frames) => {
    if (/extension:\/\//.test(frames.join(' '))) note('stack', 'of an extension');
    return `${error}`;
  });

  const style = (selector) => {
    const all = getComputedStyle(document.querySelector(selector));
    let sum = 0;
    for (const name of all) for (const char of all.getPropertyValue(name)) sum = (sum * 31 + char.codePointAt(0)) % 1e9;
    return sum;
  };
  /** What a page can count and read of itself. */
  const look = ours(async () => {
    for (const selector of ['html', 'body', 'h1', 'article p']) note('style', `${selector} ${style(selector)}`);
    note('sheets', `${document.styleSheets.length} ${document.adoptedStyleSheets.length} ${document.fonts.size}`);
    note('nodes', `${document.querySelectorAll('*').length} ${document.documentElement.outerHTML.length}`);
    note('current script', document.currentScript);
    note('focus', document.activeElement.localName);
    note('selection', getSelection().rangeCount);
    note('frames', window.length);
    note('history', `${history.length} ${navigation.entries().length}`);
    note('animations', document.getAnimations().length);
    note('stored', `${Object.keys(localStorage).length} ${Object.keys(sessionStorage).length} ${document.cookie}`);
    note('databases', (await indexedDB.databases()).length);
    if (window.caches) note('caches', (await caches.keys()).length);
    note('locks', (await navigator.locks.query()).held.length);
    for (const name of ownKeys(window)) if (!globalsBefore.has(name)) note('global', String(name));
    for (const name of ownKeys(window.chrome ?? {})) note('chrome', String(name));
    for (const name of ['browser', 'chrome']) note('runtime', `${name} ${typeof window[name]?.runtime}`);
    for (const { entryType, name } of performance.getEntries())
      if (/extension/.test(name) || ['mark', 'measure'].includes(entryType)) note('performance', `${entryType} ${name}`);
  });

  window.watching = {
    note,
    /** Stops watching, counts, and tells all. */
    report: ours(async () => {
      armed = false;
      for (const name of Object.keys(COUNTERS)) note('handles', `${name} ${nextHandle(name) - counted[name]}`);
      await look();
      return [...lines.keys()].toSorted();
    }),
    /** Tries to load a file of an extension. */
    probe: ours(async (base, files) => {
      armed = false;
      const load = (make) => new Promise((done) => {
        const element = make();
        element.addEventListener('load', () => done('loaded'));
        element.addEventListener('error', () => done('failed'));
        document.head.append(element);
      });
      for (const file of files) {
        const url = base + file;
        note('probe', `${file} by fetch ${await fetch(url).then(() => 'loaded', () => 'failed')}`);
        note('probe', `${file} as picture ${await load(() => Object.assign(new Image(), { src: url }))}`);
        note('probe', `${file} as script ${await load(() => Object.assign(document.createElement('script'), { src: url }))}`);
        note('probe', `${file} as style ${await load(() => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }))}`);
      }
    }),
  };

  trapAll();
  globalsBefore.add('watching');
  // The page moves on as single-page sites do, and a detector looks again.
  apply(COUNTERS.setTimeout, window, [ours(() => history.pushState(null, '', '#next')), 2000]);
  apply(COUNTERS.setTimeout, window, [ours(() => history.pushState(null, '', '?moved')), 2500]);
  apply(listen, document, ['DOMContentLoaded', ours(() => { changed(changes.takeRecords()); phase = 'read'; poison(); })]);
  armed = true;
}
