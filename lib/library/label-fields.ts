/** Tags and keywords as fields of a row: one for each name, as spelled, whose value is its place in its list. */
import type { ArticleRow } from '../article';
import { keywordKey, keywordLabel, tagKey, tagLabel } from '../search/labels';

export type LabelKind = 'tag' | 'keyword';

/** Also the name of the field's stamp. */
export type LabelField = `${LabelKind}:${string}`;

/** What differs between the two. New tags come last; new keywords first, where the rows of a list show them. */
export const LABELS = {
  tag: { form: 'NFC', keyOf: tagKey, labelOf: tagLabel, newPlace: (list: readonly string[]) => list.length },
  keyword: { form: 'NFKC', keyOf: keywordKey, labelOf: keywordLabel, newPlace: () => 0 },
} as const;

export const fieldOf = (kind: LabelKind, name: string): LabelField => `${kind}:${name}`;

export function partsOf(field: LabelField): { kind: LabelKind; name: string } {
  const kind = field.startsWith('tag:') ? 'tag' : 'keyword';
  return { kind, name: field.slice(kind.length + 1) };
}

export const namesOf = ({ tags, keywords }: Pick<ArticleRow, 'tags' | 'keywords'>, kind: LabelKind): string[] =>
  kind === 'tag' ? tags : keywords;

/** `null` where the row has no label of exactly this spelling. */
export function placeOf(row: Pick<ArticleRow, 'tags' | 'keywords'>, field: LabelField): number | null {
  const { kind, name } = partsOf(field);
  const place = namesOf(row, kind).indexOf(name);
  return place < 0 ? null : place;
}

/** The row with a label at a place, or without it. It comes in place of other spellings of it, never beside them. */
export function withPlace<Row extends Pick<ArticleRow, 'tags' | 'keywords'>>(
  row: Row,
  field: LabelField,
  place: number | null,
): Row {
  const { kind, name } = partsOf(field);
  const { keyOf } = LABELS[kind];
  const isOther = (one: string): boolean => (place === null ? one !== name : keyOf(one) !== keyOf(name));
  const names = namesOf(row, kind).filter(isOther);
  if (place !== null) names.splice(place, 0, name);
  return { ...row, [kind === 'tag' ? 'tags' : 'keywords']: names };
}
