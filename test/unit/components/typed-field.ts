/** The one field of what is drawn, as somebody types into it. */
import { act } from 'preact/test-utils';

/** Lets all that is under way come to its end. */
export const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

export function field(): HTMLInputElement {
  const input = document.querySelector('input');
  if (!input) throw new Error('There is no field.');
  return input;
}

export async function type(typed: string): Promise<void> {
  field().value = typed;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

export async function enter(): Promise<void> {
  field().form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
  await settle();
}
