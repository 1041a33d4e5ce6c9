import { describe, expect, it } from 'vitest';
import { codeOf, programFiles, read } from './sources';

type Messages = Record<string, { message: string }>;
const messagesOf = (language: string) => JSON.parse(read(`public/_locales/${language}/messages.json`)) as Messages;
const english = messagesOf('en');
const chinese = messagesOf('zh_CN');

const code = [...programFiles(), 'wxt.config.ts'].map(codeOf).join('\n');
const literals = new Set([...code.matchAll(/['"`]([A-Za-z0-9_]+)['"`]/g)].map(([, word]) => word));
const inManifest = new Set([...code.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key));
/** `error_${code}`: any key that begins like this may be asked for. */
const beginnings = [...code.matchAll(/`([A-Za-z0-9]+_[A-Za-z0-9_]*)\$\{/g)].map(([, begin]) => begin ?? '');
const places = (message: string) => [...new Set(message.match(/\$\d/g))].toSorted();

describe('the texts', () => {
  it('exist in both languages', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const { message } of [...Object.values(english), ...Object.values(chinese)])
      expect(message.trim()).not.toBe('');
  });

  it('have keys that browsers accept, in order', () => {
    const keys = Object.keys(english);
    expect(keys.filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
    expect(keys).toEqual(keys.toSorted());
  });

  it('take the same values in both languages', () => {
    const different = Object.keys(english).filter(
      (key) => String(places(english[key]?.message ?? '')) !== String(places(chinese[key]?.message ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('speak Chinese in the Chinese file', () => {
    const foreign = Object.entries(chinese).filter(
      ([key, { message }]) => key !== 'ui_language' && /[A-Za-z]{3}/.test(message) && !/\p{Script=Han}/u.test(message),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });

  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/_(one|other)$/, '');
      return (
        !literals.has(key) &&
        !literals.has(stem) &&
        !inManifest.has(key) &&
        !beginnings.some((begin) => key.startsWith(begin))
      );
    });
    expect(unused).toEqual([]);
  });

  it('hold every key that the manifest names', () => {
    expect([...inManifest].filter((key) => !(key && key in english))).toEqual([]);
  });
});
