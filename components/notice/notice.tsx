import type { ComponentChildren } from 'preact';

type Props = {
  title?: string;
  /** What happened, what is safe, what to do. */
  text: string;
  /** `trouble` is read out at once by screen readers. */
  kind?: 'trouble' | 'calm';
  children?: ComponentChildren;
};

/** A message in the flow of the page, with the controls that answer it as children. */
export function Notice({ title, text, kind = 'trouble', children }: Props) {
  return (
    <div class={`notice ${kind}`} role={kind === 'trouble' ? 'alert' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      <p class="notice-text">{text}</p>
      {children && <div class="notice-actions">{children}</div>}
    </div>
  );
}
