/** What comes in is checked here: its shape, its length. */
import * as v from 'valibot';
import type { Extracted } from '../../lib/article';
import { PageError } from '../../lib/messages';

/** 16 million characters: far above any article, far below what a message can carry (64 MB). */
const MAX_BODY = 16_000_000;

/** Longer header texts are cut, not refused: a strange title must not cost the article. */
const text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, max)),
  );
const list = <S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(
    v.array(item),
    v.transform((items) => items.slice(0, max)),
  );
const webAddress = v.pipe(v.string(), v.maxLength(8192), v.regex(/^https?:\/\//));
const body = v.pipe(v.string(), v.maxLength(MAX_BODY));
const optional = <S extends v.GenericSchema>(schema: S) => v.fallback(v.nullable(schema), null as never);

const extracted = v.object({
  url: webAddress,
  canonicalUrl: optional(webAddress),
  title: text(1000),
  byline: optional(text(500)),
  editor: optional(text(500)),
  source: optional(text(500)),
  publishedAt: optional(text(40)),
  updatedAt: optional(text(40)),
  lang: text(35),
  dir: v.picklist(['ltr', 'rtl']),
  leadImage: optional(webAddress),
  excerpt: text(1000),
  declaredKeywords: list(text(200), 500),
  html: body,
  text: body,
  images: list(text(200_000), 5000),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  removed: list(
    v.object({
      pass: text(60),
      reason: text(300),
      text: text(20_000),
      html: text(200_000),
      at: list(v.pipe(v.number(), v.integer(), v.minValue(0)), 600),
      putBack: v.optional(v.literal(true)),
    }),
    500,
  ),
  provenance: v.record(v.string(), text(200)),
  lackingPage: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
}) satisfies v.GenericSchema<unknown, Extracted>;

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const schemas = {
  verdict: v.object({ article: v.boolean(), score: v.number(), reasons: list(text(40), 40) }),
  saveRequest: v.object({
    saveId: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
    article: extracted,
    consent: v.optional(v.boolean(), false),
  }),
  savedState: v.object({
    position: v.optional(
      v.object({ block: v.pipe(v.number(), v.integer(), v.minValue(0)), within: fraction, fraction }),
    ),
  }),
  keywords: v.object({
    title: text(1000),
    text: body,
    lang: text(35),
    declared: list(text(200), 500),
    source: optional(text(500)),
  }),
  pickedBlock: v.object({ block: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))) }),
  siteSwitches: v.object({
    site: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
    detectionOff: v.optional(v.boolean()),
    openByItself: v.optional(v.boolean()),
  }),
  siteOpens: v.object({ stop: v.optional(v.boolean(), false) }),
  furtherPage: v.object({ url: webAddress, charset: text(40) }),
  libraryPlace: v.object({ id: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-Z]{26}$/))) }),
  tab: v.object({ tabId: v.pipe(v.number(), v.integer()), consent: v.optional(v.boolean(), false) }),
};

/** Returns the checked value. Throws `PageError('tooLarge')` for a body over the cap, else `PageError('notSaved')`. */
export function check<S extends v.GenericSchema>(schema: S, data: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  console.error('Refused a message:', v.flatten(result.issues));
  throw new PageError(result.issues.some((issue) => issue.type === 'max_length') ? 'tooLarge' : 'notSaved');
}
