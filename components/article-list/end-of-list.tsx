import { useEffect, useRef } from 'preact/hooks';

/** Calls once when it comes within a screen of being seen. Give it a `key` that changes with each page of the list. */
export function EndOfList({ onReached }: { onReached: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        onReached();
      },
      { rootMargin: '100% 0px' },
    );
    if (mark.current) watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, []);
  return <div ref={mark} />;
}
