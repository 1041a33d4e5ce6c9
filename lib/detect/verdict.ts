import type { Verdict } from '../messages';
import { addressSignals } from './address-signals';
import { bodySignals } from './body-signals';
import { headSignals } from './head-signals';
import { peopleSignals } from './people-signals';
import type { Reason, Signals } from './reasons';
import { BIAS, HOPELESS, WEIGHTS } from './weights';

/** A signal weaker than this is not worth telling. */
const TOLD = 0.5;

const REASONS = Object.keys(WEIGHTS) as Reason[];

const weigh = (signals: Signals, reason: Reason) => WEIGHTS[reason] * (signals[reason] ?? 0);

function sum(signals: Signals): number {
  let total = 0;
  for (const reason of REASONS) total += weigh(signals, reason);
  return total;
}

/** Cheap signals first; each costlier look only while it can change the verdict. */
function signalsOf(document: Document, url: string): Signals {
  // Not `document.body`: a form or picture named "body" would stand in its place.
  const body = document.querySelector('body');
  if (!body || !document.contentType.includes('html')) return { notHtml: 1 };
  const signals = { ...addressSignals(url, body), ...headSignals(document) };
  if (sum(signals) <= HOPELESS) return signals;
  Object.assign(signals, bodySignals(document, body));
  const above = sum(signals) + BIAS;
  if (above >= 0 && above + WEIGHTS.manyPeople < 0) Object.assign(signals, peopleSignals(document));
  return signals;
}

/**
 * Is this page one news article? Bounded, reads no style and no layout, changes nothing.
 * `score` is 0 to 1, an article from 0.5 on; `reasons` are `Reason` codes, weightiest first, both for and against.
 */
export function verdict(document: Document, url: string): Verdict {
  const signals = signalsOf(document, url);
  const score = +(1 / (1 + Math.exp(-sum(signals) - BIAS))).toFixed(2);
  const reasons = REASONS.filter((reason) => (signals[reason] ?? 0) >= TOLD).toSorted(
    (a, b) => Math.abs(weigh(signals, b)) - Math.abs(weigh(signals, a)),
  );
  return { article: score >= 0.5, score, reasons };
}
