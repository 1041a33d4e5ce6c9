/* A page that does not want to be covered: removes foreign nodes (`?do=remove`), lies on top (`?do=cover`), hides them
   (`?do=hide`), or takes every key (`?do=keys`). */
const wish = new URLSearchParams(location.search).get('do');
const ours = new Set(document.documentElement.children);
const foreign = () => [...document.documentElement.children].filter((node) => !ours.has(node));
const limit = Number(new URLSearchParams(location.search).get('times') ?? 1e9);
let done = 0;
window.fought = () => done;
if (wish === 'remove' || wish === 'hide') {
  new MutationObserver(() => {
    for (const node of foreign()) {
      if (done++ >= limit) return;
      if (wish === 'remove') node.remove();
      else node.setAttribute('style', 'display: none !important; opacity: 0 !important; visibility: hidden !important');
    }
  }).observe(document.documentElement, { childList: true });
}
if (wish === 'cover') {
  new MutationObserver(() => {
    if (foreign().length === 0 || done++ >= Math.min(limit, 1)) return;
    const dialog = document.createElement('dialog');
    dialog.id = 'cover';
    dialog.textContent = 'Subscribe!';
    document.body.append(dialog);
    dialog.showModal();
  }).observe(document.documentElement, { childList: true });
}
window.keys = [];
for (const type of ['keydown', 'keyup', 'keypress'])
  document.addEventListener(type, (event) => {
    window.keys.push(`${type} ${event.key}`);
    if (wish === 'keys') event.preventDefault();
  }, true);
