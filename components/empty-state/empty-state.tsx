import type { ComponentChildren } from 'preact';

type Props = { title: string; text: string; children?: ComponentChildren };

/** Stands where a list would: says what to do next, with the controls for it as children. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div class="empty-state">
      <svg class="empty-state-picture" viewBox="0 0 48 48" aria-hidden="true">
        <path d="M9 11.5h16.5M9 18h22M9 24.5h22M9 31h13" />
        <path d="M37 9v30l-4-3.2L29 39" />
      </svg>
      <p class="empty-state-title">{title}</p>
      <p class="empty-state-text">{text}</p>
      {children && <div class="empty-state-actions">{children}</div>}
    </div>
  );
}
