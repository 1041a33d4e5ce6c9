import { describe, expect, it } from 'vitest';
import { mayFetchPicture, PRIVATE_ADDRESS_PATTERN } from '../../../lib/pictures/picture-address';

const PRIVATE = [
  'http://localhost/a.png',
  'http://127.0.0.1:8080/a.png',
  'http://2130706433/a.png',
  'http://0x7f.1/a.png',
  'http://10.1.2.3/a.png',
  'http://172.16.0.1/a.png',
  'http://172.31.255.1/a.png',
  'http://192.168.1.1/a.png',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/a.png',
  'http://0.0.0.0/a.png',
  'http://[::1]/a.png',
  'http://[::]/a.png',
  'http://[fd00::1]/a.png',
  'http://[fe80::1]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://printer.local/a.png',
  'http://metadata.internal/a.png',
  'http://a.localhost/a.png',
];
const PUBLIC = [
  'https://img.example.com/a.png',
  'http://172.32.0.1/a.png',
  'http://11.0.0.1/a.png',
  'http://100.128.0.1/a.png',
  'https://localhost.example.com/a.png',
  'https://10.example.com/a.png',
  'https://[2001:db8::1]/a.png',
];

describe('the address of a picture', () => {
  it.each(PRIVATE)('never fetches %s for a public page', (picture) => {
    expect(mayFetchPicture(picture, 'https://news.example.com/1.html')).toBe(false);
  });

  it.each(PUBLIC)('fetches %s for a public page', (picture) => {
    expect(mayFetchPicture(picture, 'https://news.example.com/1.html')).toBe(true);
  });

  it('lets a page of the local network show pictures of the local network', () => {
    expect(mayFetchPicture('http://192.168.1.1/a.png', 'http://192.168.1.1/a.html')).toBe(true);
  });

  it.each(['file:///etc/passwd', 'data:image/png;base64,AA', 'javascript:alert(1)', 'chrome://settings', 'nonsense'])(
    'refuses the scheme of %s',
    (picture) => expect(mayFetchPicture(picture, 'https://news.example.com/1.html')).toBe(false),
  );

  it('says the same in the pattern that stops redirects', () => {
    const pattern = new RegExp(PRIVATE_ADDRESS_PATTERN);
    const wrong = [
      ...PRIVATE.filter((url) => !pattern.test(new URL(url).href)),
      ...PUBLIC.filter((url) => pattern.test(new URL(url).href)),
    ];
    expect(wrong).toEqual([]);
  });
});
