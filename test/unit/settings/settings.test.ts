import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  FONTS,
  LINE_HEIGHTS,
  MEASURES,
  readSettings,
  TEXT_SIZES,
  THEMES,
} from '../../../lib/settings/settings';

describe('readSettings', () => {
  it.each([undefined, null, 7, 'dark', [], {}])('makes complete settings of %j', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings);
  });

  it('keeps each good field beside a broken one', () => {
    expect(readSettings({ theme: 'sepia', textSize: 1000, openAtOnce: 'yes', lineHeight: 2 })).toEqual({
      ...defaultSettings,
      theme: 'sepia',
      lineHeight: 2,
    });
  });

  it('drops what it does not know', () => {
    expect(readSettings({ colour: 'red' })).not.toHaveProperty('colour');
  });

  it('reads back every value that can be chosen', () => {
    for (const theme of THEMES) expect(readSettings({ theme }).theme).toBe(theme);
    for (const font of FONTS) expect(readSettings({ font }).font).toBe(font);
    for (const textSize of TEXT_SIZES) expect(readSettings({ textSize }).textSize).toBe(textSize);
    for (const measure of MEASURES) expect(readSettings({ measure }).measure).toBe(measure);
    for (const lineHeight of LINE_HEIGHTS) expect(readSettings({ lineHeight }).lineHeight).toBe(lineHeight);
  });

  it('offers every default as a choice', () => {
    expect(readSettings(defaultSettings)).toEqual(defaultSettings);
  });
});
