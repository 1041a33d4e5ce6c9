import type { MessageKey } from './i18n';

type GetMessage = (key: MessageKey, substitutions?: string[]) => string;

/** Once the extension is reloaded, the browser refuses to name any text; those that were shown before stay known. */
export function rememberMessages(source: GetMessage): GetMessage {
  const known = new Map<string, string>();
  return (key, substitutions = []) => {
    const id = [key, ...substitutions].join('\n');
    try {
      known.set(id, source(key, substitutions));
    } catch {
      // Orphaned: what is not known stays empty.
    }
    return known.get(id) ?? '';
  };
}
