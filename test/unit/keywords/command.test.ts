import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'quietpage-keywords-'));
const [from, to] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
const command = (...options: string[]): number | null =>
  spawnSync('npx', ['tsx', 'test/commands/keywords.ts', ...options], { encoding: 'utf8' }).status;

afterAll(() => rmSync(folder, { recursive: true }));

it('answers each line and goes on after a bad one', () => {
  const article = { id: 'a', lang: 'zh', title: '水库开闸放水', text: '水库开闸放水，村民撤离。水库水位下降。' };
  writeFileSync(
    from,
    `${JSON.stringify(article)}\nnot json\n{"id":"b"}\n\n${JSON.stringify({ ...article, id: 'c', title: undefined })}\n`,
  );
  expect(command('--in', from, '--out', to, '--top', '2')).toBe(0);
  const lines = readFileSync(to, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toEqual([
    { id: 'a', keywords: [expect.any(String), expect.any(String)] },
    { error: expect.any(String) },
    { id: 'b', error: 'no text' },
    { id: 'c', keywords: [expect.any(String), expect.any(String)] },
  ]);
}, 60_000);

it('refuses bad arguments with 2', () => {
  expect(command('--in', from)).toBe(2);
  expect(command('--in', join(folder, 'absent.jsonl'), '--out', to)).toBe(2);
  expect(command('--in', from, '--out', to, '--top', 'many')).toBe(2);
}, 60_000);
