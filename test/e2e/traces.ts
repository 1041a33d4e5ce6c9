/** What a page that looks for us has noticed: see `test/site/odd/watching.js`. */

export const WATCHING = '/odd/watching.html';
/** The page moves on after two and a half seconds; by then a detector has looked, and looks again in the next four. */
export const WATCHED_MS = 8000;

/** Files that a page could ask an extension for, were they open to it. */
const FILES = [
  'manifest.json',
  'icon/16.png',
  'content-scripts/detector.js',
  'content-scripts/reader.js',
  'popup.html',
];

/** Expression for the page: what it has noticed, and whether it could load our files from `base`. */
export const report = (base: string): string =>
  `watching.probe(${JSON.stringify(base)}, ${JSON.stringify(FILES)}).then(() => watching.report())`;

/** What a script does that leaves a trace, and the line that tells of it. Expressions for the page. */
export const TRACES: [does: string, line: RegExp][] = [
  [`document.dispatchEvent(new CustomEvent('wxt:content-script-started'))`, /^event: wxt:content-script-started/],
  [`dispatchEvent(new ErrorEvent('error', { message: 'oops' }))`, /^event: error oops/],
  [`document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation'))`, /^event: securitypolicy/],
  [`window.postMessage('here', '*')`, /^event: message here/],
  [`document.documentElement.dataset.seen = ''`, /^mutation: read attributes HTML data-seen/],
  [`document.body.append(document.createComment(''))`, /^mutation: read childList BODY/],
  [`performance.mark('seen')`, /^performance: mark seen/],
  [`fetch('/odd/plain.txt?seen')`, /^performance: resource .*\?seen/],
  [`window.seen = 1`, /^global: seen/],
  [`console.log('seen')`, /^call: console\.log/],
  [`document.querySelector('h1')`, /^call: (?:Document\.querySelector|get own #document querySelector)/],
  [`document.title`, /^call: get own #document title/],
  [`document.querySelector('h1').parentElement`, /^call: get own H1 parentElement/],
  [`document.querySelector('h1').attachShadow({ mode: 'closed' })`, /^call: Element\.attachShadow/],
  [`new IntersectionObserver(() => {}).observe(document.documentElement)`, /^call: IntersectionObserver\.observe/],
  [`scheduler.postTask(() => {}, { delay: 1 })`, /^call: Scheduler\.postTask/],
  [`setTimeout(() => {})`, /^handles: setTimeout/],
  [`requestAnimationFrame(() => {})`, /^handles: requestAnimationFrame/],
  [`requestIdleCallback(() => {})`, /^handles: requestIdleCallback/],
  [`document.querySelector('h1').style.color = 'red'`, /^style: h1/],
  [`document.adoptedStyleSheets.push(new CSSStyleSheet())`, /^sheets:/],
  [`localStorage.setItem('seen', '1')`, /^stored:/],
  [`document.querySelector('#address').focus()`, /^focus: input/],
  [`[].then`, /^call: get option then/],
];
