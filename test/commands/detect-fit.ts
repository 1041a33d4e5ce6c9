/**
 * Fits the weights of lib/detect/weights.ts: logistic regression with the signs fixed, small weights preferred.
 *   npx tsx test/commands/detect-fit.ts --corpus DIR --results FILE [--corpus DIR --results FILE …]
 * Prints weights, and what they take of the sites that they were not fitted on (five parts, by site).
 */
import { createHash } from 'node:crypto';
import { REASONS } from '../../lib/detect/reasons.ts';
import { WEIGHTS } from '../../lib/detect/weights.ts';
import { readResults, type Judged } from './detect-results.ts';

/** Groups differ in size and in importance. */
const IMPORTANCE: Record<string, number> = { 'article zh': 1.6, 'article other': 1.2, forum: 1, other: 1.2 };
const SMALLNESS = 1.5;
const STEPS = 3000;
const RATE = 0.3;
const PARTS = 5;
/** Added to the fitted bias; see weights.ts. */
const KINDNESS = 0.5;

type Model = { bias: number; weights: number[] };

const inputs = ({ signals }: Judged) => REASONS.map((reason) => signals[reason] ?? 0);
const value = ({ bias, weights }: Model, input: number[]) =>
  input.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), bias);

/** Gradient steps sized by each weight's own history (AdaGrad); a weight that would change its sign becomes 0. */
function fit(pages: Judged[]): Model {
  const model: Model = { bias: 0, weights: REASONS.map(() => 0) };
  const history = REASONS.map(() => 1e-6);
  let biasHistory = 1e-6;
  const rows = pages.map((page) => ({
    input: inputs(page),
    wanted: Number(page.isArticle),
    weight: IMPORTANCE[page.group] ?? 1,
  }));
  for (let step = 0; step < STEPS; step++) {
    const slope = model.weights.map((weight) => SMALLNESS * weight);
    let biasSlope = 0;
    for (const { input, wanted, weight } of rows) {
      const error = (1 / (1 + Math.exp(-value(model, input))) - wanted) * weight;
      biasSlope += error;
      for (const [i, x] of input.entries()) slope[i] = (slope[i] ?? 0) + error * x;
    }
    model.weights = model.weights.map((weight, i) => {
      const change = slope[i] ?? 0;
      const past = (history[i] = (history[i] ?? 0) + change * change);
      const next = weight - (RATE * change) / Math.sqrt(past);
      return WEIGHTS[REASONS[i] ?? 'notHtml'] > 0 ? Math.max(0, next) : Math.min(0, next);
    });
    biasHistory += biasSlope * biasSlope;
    model.bias -= (RATE * biasSlope) / Math.sqrt(biasHistory);
  }
  return { ...model, bias: model.bias + KINDNESS };
}

const partOf = ({ site }: Judged) => (createHash('sha1').update(site).digest()[0] ?? 0) % PARTS;

const pages = readResults(process.argv.slice(2));
const unseen = Array.from({ length: PARTS }, (_, part) => {
  const model = fit(pages.filter((page) => partOf(page) !== part));
  return pages
    .filter((page) => partOf(page) === part)
    .map((page) => ({ page, article: value(model, inputs(page)) >= 0 }));
}).flat();
for (const group of Object.keys(IMPORTANCE)) {
  const all = unseen.filter(({ page }) => page.group === group);
  const taken = all.filter(({ article }) => article).length;
  console.log(`unseen sites, ${group}: ${taken} of ${all.length} taken (${(taken / all.length).toFixed(3)})`);
}
const { bias, weights } = fit(pages);
console.log(`BIAS ${bias.toFixed(1)}`);
for (const [i, reason] of REASONS.entries()) console.log(`  ${reason}: ${(weights[i] ?? 0).toFixed(1)},`);
