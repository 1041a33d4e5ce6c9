import type { ComponentChildren } from 'preact';

type Props = {
  title?: string;
  /** What happened, what is safe, what to do. */
  text: string;
  kind?: 'trouble' | 'calm';
  /** Read out at once by screen readers; trouble always is. */
  alert?: boolean;
  children?: ComponentChildren;
};

/** A message in the flow of the page, with the controls that answer it as children. */
export function Notice({ title, text, kind = 'trouble', alert = kind === 'trouble', children }: Props) {
  return (
    <div class={`notice ${kind}`} role={alert ? 'alert' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      <p class="notice-text">{text}</p>
      {children && <div class="notice-actions">{children}</div>}
    </div>
  );
}
