import { describe, expect, it } from 'vitest';
import { shrinkType, shrunkSize } from '../../../lib/pictures/shrink-plan';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));

const webp = (flags: number) => bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0], [flags, 0, 0, 0]);

describe('a picture that may be made smaller', () => {
  it.each([
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['PNG', bytes([0x89], 'PNG', [13, 10, 26, 10], 'IHDR', 'IDAT', 'acTL'), 'image/png'],
    ['WebP', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['WebP with transparency', webp(0x10), 'image/webp'],
    ['AVIF, which no browser writes', bytes([0, 0, 0, 28], 'ftypavif'), 'image/webp'],
  ])('%s', (_name, head, type) => {
    expect(shrinkType(head)).toBe(type);
  });
});

describe('a picture that is never touched', () => {
  it.each([
    ['GIF', bytes('GIF89a')],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['icon', bytes([0, 0, 1, 0])],
    ['bitmap', bytes('BM')],
    ['moving PNG', bytes([0x89], 'PNG', [13, 10, 26, 10], 'IHDR', 'acTL', 'IDAT')],
    ['moving WebP', webp(0x02)],
    ['moving AVIF', bytes([0, 0, 0, 28], 'ftypavis')],
    ['something else', bytes('hello')],
    ['nothing', bytes()],
  ])('%s', (_name, head) => {
    expect(shrinkType(head)).toBeNull();
  });
});

describe('the smaller size', () => {
  it.each([
    [{ width: 4000, height: 3000 }, 1600, { width: 1600, height: 1200 }],
    [{ width: 3000, height: 4000 }, 2560, { width: 1920, height: 2560 }],
    [{ width: 20_000, height: 3 }, 1600, { width: 1600, height: 1 }],
    [{ width: 1600, height: 900 }, 1600, null],
    [{ width: 100, height: 90 }, 1600, null],
    [{ width: 0, height: 0 }, 1600, null],
  ])('of %o with %d at most is %o', (size, longest, smaller) => {
    expect(shrunkSize(size, longest)).toEqual(smaller);
  });
});
