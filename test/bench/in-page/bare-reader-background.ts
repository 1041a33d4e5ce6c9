/** Injects the bare reader when one of the extension's own pages asks, as ours does. Bundled by `reader-click.ts`. */
type Chrome = {
  runtime: {
    onMessage: {
      addListener: (
        listener: (message: { data: { tabId: number } }, sender: unknown, answer: (value: unknown) => void) => true,
      ) => void;
    };
  };
  scripting: { executeScript: (injection: { target: { tabId: number }; files: string[] }) => Promise<unknown> };
};

const { chrome } = globalThis as unknown as { chrome: Chrome };

chrome.runtime.onMessage.addListener(({ data: { tabId } }, _sender, answer) => {
  void chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] }).then(() => answer({ ok: true }));
  return true;
});
