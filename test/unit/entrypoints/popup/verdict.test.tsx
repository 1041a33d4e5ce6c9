// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { pageModel } from '../../../../entrypoints/popup/page-model';
import { Reasons } from '../../../../entrypoints/popup/reasons';
import { Verdict } from '../../../../entrypoints/popup/verdict';
import { useMessages } from '../../../../components/i18n';
import { REASONS } from '../../../../lib/detect/reasons';
import { WEIGHTS } from '../../../../lib/detect/weights';

const LOCALES = ['en', 'zh_CN'];
const textsOf = (locale: string) =>
  JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<string, { message: string }>;

type Model = ReturnType<typeof pageModel>;

const show = (verdict: Model['verdict']['value'], off: Model['off']['value'] = null) => {
  const model = pageModel({
    find: () => new Promise(() => {}),
    openReader: async () => ({}),
    save: async () => ({ status: 'needsConsent' }),
    watchSaved: () => {},
    takeNotice: async () => null,
    requestAccess: async () => true,
    close: () => {},
  });
  model.verdict.value = verdict;
  model.off.value = off;
  const late = signal({ Reasons, Site: () => null });
  act(() => render(<Verdict model={model} late={late} />, document.body));
  return document.body;
};

describe.each(LOCALES)('the reasons of a verdict in %s', (locale) => {
  it('all have a text of their own', () => {
    const messages = textsOf(locale);
    const texts = REASONS.map((code) => messages[`reason_${code}`]?.message);
    expect(texts.filter((text) => !text)).toEqual([]);
    expect(new Set(texts).size).toBe(REASONS.length);
    expect(REASONS.toSorted()).toEqual(Object.keys(WEIGHTS).toSorted());
  });
});

describe('the verdict in the popup', () => {
  const english = textsOf('en');
  const told = () => {
    useMessages((key) => english[key]?.message ?? '', 'en');
  };
  const says = (key: string) => english[key]?.message ?? '';

  it('tells what speaks for it apart from what speaks against it', () => {
    told();
    const body = show({ article: true, score: 0.7, reasons: ['longText', 'otherMeta', 'headline'] });
    const lists = [...body.querySelectorAll('ul')].map((list) => [...list.children].map((item) => item.textContent));
    expect(lists).toEqual([[says('reason_longText'), says('reason_headline')], [says('reason_otherMeta')]]);
    show({ article: false, score: 0.3, reasons: ['longText', 'otherMeta'] });
    expect([...body.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      says('reason_otherMeta'),
      says('reason_longText'),
    ]);
  });

  it('has a reason also where nothing was found, and drops what it has no words for', () => {
    told();
    const body = show({ article: false, score: 0.1, reasons: ['fromTheFuture'] });
    expect([...body.querySelectorAll('li')].map((item) => item.textContent)).toEqual([says('popup_few_signs')]);
  });

  it.each([
    [undefined, null, 'popup_looking'],
    [null, null, 'popup_not_looked'],
    [null, 'popup_off', 'popup_off'],
    [{ article: true, score: 0.9, reasons: [] }, 'popup_site_off', 'popup_site_off'],
  ] as const)('for %j, with detection off: %s, says %s', (verdict, off, key) => {
    told();
    expect(show(verdict && { ...verdict, reasons: [] }, off).textContent).toBe(says(key));
  });
});
