/* Watches for every trace that a foreign script could leave; `traces` is read by the test. */
const traces = (window.traces = []);
const note = (what, detail) => traces.push(`${what}: ${detail}`);
const globalsBefore = new Set(Object.getOwnPropertyNames(window));
window.newGlobals = () => Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name));

for (const target of [EventTarget.prototype]) {
  const dispatch = target.dispatchEvent;
  target.dispatchEvent = function (event) {
    note('dispatchEvent', event.type);
    return dispatch.call(this, event);
  };
  const add = target.addEventListener;
  target.addEventListener = function (type, ...rest) {
    note('addEventListener', type);
    return add.call(this, type, ...rest);
  };
  // Any event whose name is not the browser's own ends in a listener that was added for it: there is no wildcard,
  // so the names that extension frameworks are known to use are listened for by hand.
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'wxt:locationchange'])
    add.call(window, type, (event) => note('event', `${type} ${event.data ?? event.message ?? ''}`), true);
}
for (const [owner, method] of [
  [Document.prototype, 'querySelector'],
  [Document.prototype, 'querySelectorAll'],
  [Element.prototype, 'querySelectorAll'],
  [Element.prototype, 'matches'],
  [Element.prototype, 'attachShadow'],
  [window, 'getComputedStyle'],
  [history, 'pushState'],
]) {
  const original = owner[method];
  owner[method] = function (...args) {
    note('call', method);
    return original.apply(this, args);
  };
}
new MutationObserver((records) => {
  for (const record of records) note('mutation', `${record.type} ${record.target.nodeName}`);
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (['mark', 'measure', 'resource'].includes(entry.entryType)) note('performance', `${entry.entryType} ${entry.name}`);
}).observe({ entryTypes: ['mark', 'measure', 'resource'] });
for (const method of ['log', 'info', 'warn', 'error', 'debug']) {
  const original = console[method];
  console[method] = (...args) => {
    note('console', args.join(' '));
    original.apply(console, args);
  };
}
window.clearTraces = () => traces.splice(0);
