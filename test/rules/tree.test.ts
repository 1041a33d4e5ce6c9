import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { root } from '../commands/root';
import { filesIn, read } from './sources';

const texts = filesIn('.').filter((file) => !/\.(png|jpe?g|gif|webp|ico|gz|woff2?)$/.test(file));

describe('the tree', () => {
  it('holds no path of the machine it was written on', () => {
    const places = [root.replace(/\/$/, ''), homedir()].filter((place) => place.split(/[\\/]/).length > 2);
    const personal = /['"\s=(]\/(home|Users)\/[a-z]\w*\//;
    const own = 'test/rules/tree.test.ts';
    const offending = texts.filter((file) => {
      const text = read(file);
      return file !== own && (places.some((place) => text.includes(place)) || personal.test(text));
    });
    expect(offending).toEqual([]);
  });

  it('names no package registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
    expect(read('.npmrc')).not.toMatch(/registry\s*=|_auth/);
  });

  it('pins every package', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d/.test(version));
    expect(loose).toEqual([]);
  });
});
