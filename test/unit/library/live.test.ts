import { expect, it, vi } from 'vitest';
import { liveSignal } from '../../../lib/library/live';
import { anArticle, aLibrary, save } from './a-library';

it('follows every save until it is stopped', async () => {
  const db = aLibrary();
  const live = liveSignal(() => db.articles.count(), -1);
  expect(live.value.value).toBe(-1);
  await vi.waitFor(() => expect(live.value.value).toBe(0));
  await save(db, anArticle());
  await vi.waitFor(() => expect(live.value.value).toBe(1));
  live.stop();
  await save(db, anArticle({ url: 'https://news.example.com/b' }));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(live.value.value).toBe(1);
});

it('tells when the query fails and keeps the last good value', async () => {
  const live = liveSignal(() => Promise.reject<number>(new Error('broken')), 3);
  await vi.waitFor(() => expect(live.error.value).toEqual(new Error('broken')));
  expect(live.value.value).toBe(3);
  live.stop();
});
