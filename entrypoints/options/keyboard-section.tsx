import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { browser, type Browser } from 'wxt/browser';
import { t } from '../../components/i18n';

/** The shortcuts as the browser has them now, and where it lets them be changed. */
export function KeyboardSection() {
  const commands = useSignal<Browser.commands.Command[]>([]);
  useEffect(() => {
    void browser.commands.getAll().then((all) => (commands.value = inOrder(all)));
  }, []);
  return (
    <>
      <dl class="options-keys">
        {commands.value.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('options_no_shortcut')}</dd>
          </div>
        ))}
      </dl>
      <p class="options-hint">{t('options_keyboard_popup')}</p>
      <button class="button" type="button" onClick={() => void changeShortcuts()}>
        {t('options_change_shortcuts')}
      </button>
    </>
  );
}

/** The browser sorts them by name; the most used comes first. */
const ORDER = ['toggle-reader', 'save-page', 'open-library'];

function inOrder(commands: readonly Browser.commands.Command[]): Browser.commands.Command[] {
  return ORDER.flatMap((wanted) => commands.find(({ name }) => name === wanted) ?? []);
}

async function changeShortcuts(): Promise<void> {
  // Firefox has a call for it, Chromium a page.
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
