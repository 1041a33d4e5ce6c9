import { browser } from 'wxt/browser';
import { check, schemas } from './schemas';

/** The library in a tab of its own, at one article where `id` (a ULID) is given. */
export async function showLibrary(data: unknown): Promise<void> {
  const { id } = check(schemas.libraryPlace, data);
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html${id ? `#/article/${id}` : ''}`) });
}
