import type { Verdict } from '../messages';
import { addressSignals } from './address-signals';
import { bodySignals } from './body-signals';
import { headSignals } from './head-signals';
import { REASONS, type Signals } from './reasons';
import { BIAS, WEIGHTS } from './weights';

/** A signal weaker than this is not worth telling the user. */
const TOLD = 0.5;
const WALK_GAIN = REASONS.slice(REASONS.indexOf('headline'), REASONS.indexOf('frontAddress')).reduce(
  (sum, reason) => sum + WEIGHTS[reason],
  0,
);

const sum = (signals: Signals) =>
  REASONS.reduce((total, reason) => total + WEIGHTS[reason] * (signals[reason] ?? 0), BIAS);

/** Signals of a page; the text is walked only when it can still change the verdict. */
export function signalsOf(document: Document, url: string): Signals {
  const body = document.body as HTMLElement | null;
  if (!/html/.test(document.contentType) || body?.localName !== 'body') return { notHtml: 1 };
  const cheap = { ...addressSignals(url), ...headSignals(document) };
  return sum(cheap) + WALK_GAIN < 0 ? cheap : { ...cheap, ...bodySignals(document, body) };
}

/**
 * Is this page one news article? Pure and bounded; reads no style and no layout, changes nothing.
 * `score` is 0 to 1, an article from 0.5 on; `reasons` are `Reason` codes, the weightiest first.
 */
export function verdict(document: Document, url: string): Verdict {
  const signals = signalsOf(document, url);
  const score = Math.round(100 / (1 + Math.exp(-sum(signals)))) / 100;
  const weight = (reason: (typeof REASONS)[number]) => Math.abs(WEIGHTS[reason] * (signals[reason] ?? 0));
  const reasons = REASONS.filter((reason) => (signals[reason] ?? 0) >= TOLD).toSorted((a, b) => weight(b) - weight(a));
  return { article: score >= 0.5, score, reasons };
}
