import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

type Props = { text: string; onEnd: () => void; children?: ComponentChildren };

/** Long enough to read and reach; waits while pointed at or focused. */
const LASTS_MS = 10_000;

/** What has just happened, for a while, with a way back as children. Give it a `key` that changes with each event. */
export function Toast({ text, onEnd, children }: Props) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onEnd, LASTS_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      class="toast"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class="toast-text">{text}</span>
      <span class="toast-actions">{children}</span>
    </div>
  );
}
