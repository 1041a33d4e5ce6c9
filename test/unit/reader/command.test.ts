import { expect, it } from 'vitest';
import { readCommand } from '../../../entrypoints/reader.content/command';

it.each(['toggle', 'open', 'close', 'save', 'state'])('knows %s', (action) => {
  expect(readCommand({ action })).toEqual({ action, consent: false });
});

it('takes consent only for the word yes', () => {
  expect(readCommand({ action: 'save', consent: true }).consent).toBe(true);
  expect(readCommand({ action: 'save', consent: 'false' }).consent).toBe(false);
});

it.each([undefined, null, 'open', {}, { action: 'erase' }, { action: ['open'] }])('refuses %j', (data) => {
  expect(() => readCommand(data)).toThrow('noAnswer');
});
