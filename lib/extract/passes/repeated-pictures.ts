import { climb } from '../lines.ts';
import type { Pass } from '../pass.ts';

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$/i;
/** Sizes that image servers write into the file's name: `photo-300x200.jpg`, `photo_640x.jpg`, `photo.jpg!w600`. */
const SIZE = /[-_.@]?(?:\d{2,4}x\d{0,4}|x\d{2,4}|[wh]_?\d{2,4})(?=\.[a-z]{3,4}$|$)/gi;

/** What makes two addresses the same picture. Without a picture's file ending the query may choose the picture, and counts. */
export function pictureKey(address: string): string {
  if (!URL.canParse(address) || address.startsWith('data:')) return address;
  const { host, pathname, search } = new URL(address);
  const path = pathname.replace(/[!@](?:[\w-]+)$/, '');
  return PICTURE_FILE.test(path) ? host + path.replace(SIZE, '') : host + pathname + search;
}

/** The same picture a second time, in whatever size. Pictures that only share an `alt` are different pictures. */
export const repeatedPictures: Pass = (body) => {
  const seen = new Set<string>();
  return Array.from(body.querySelectorAll('img')).flatMap((picture) => {
    const key = pictureKey(picture.getAttribute('src') ?? '');
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ nodes: [climb(picture, body)], reason: 'The picture stands in the article already.' }];
  });
};
