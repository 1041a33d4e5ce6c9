/** The tags and keywords of two copies of an article → those of one that knows what both knew. */
import type { ArticleRow, Stamp } from '../article';
import { fieldOf, type LabelField, LABELS, namesOf, partsOf, placeOf, withPlace } from './label-fields';

type Labelled = Pick<ArticleRow, 'tags' | 'keywords' | 'stamps'>;

/** The newer stamp wins; a field that was never touched has none and is the oldest. */
export const isLater = (one: Stamp | undefined, other: Stamp | undefined): boolean => (one ?? '') > (other ?? '');

export const isLabelField = (name: string): name is LabelField => /^(?:tag|keyword):/u.test(name);

const isKeyword = (field: LabelField): boolean => field.startsWith('keyword:');

/** Labels leave before others come, and those come from the front on: then each stands where it is wanted. */
function inOrder(fields: readonly [LabelField, number | null][]): [LabelField, number | null][] {
  return fields.toSorted(([, a], [, b]) => (a ?? -1) - (b ?? -1));
}

/** The row's labels that are this one, however they are spelled. */
function sameLabels(row: Labelled, field: LabelField): LabelField[] {
  const { kind, name } = partsOf(field);
  const { keyOf } = LABELS[kind];
  return namesOf(row, kind).flatMap((one) => (keyOf(one) === keyOf(name) ? [fieldOf(kind, one)] : []));
}

/** The tags and keywords of one side, with what the other side decided about them later. */
export function withLabelsOf<Row extends Labelled>(row: Row, other: Labelled): Row {
  const later = Object.keys(other.stamps)
    .filter(isLabelField)
    .filter((field) => isLater(other.stamps[field], row.stamps[field]))
    .map((field): [LabelField, number | null] => {
      const place = placeOf(other, field);
      // Only keywords have an order that means something.
      return [field, place === null || isKeyword(field) ? place : Infinity];
    });
  return inOrder(later).reduce((merged, [field, place]) => {
    const cleared = withPlace(merged, field, null);
    const others = sameLabels(cleared, field);
    // One that is there in another spelling stays as it is spelled.
    if (place !== null) return others.length > 0 ? cleared : withPlace(cleared, field, place);
    if (sameLabels(other, field).length > 0) return cleared;
    // One that was taken away goes in every spelling that came with a save; those of the user have stamps of their own.
    const saved = others.filter((one) => row.stamps[one] === undefined);
    return saved.reduce((left, one) => withPlace(left, one, null), cleared);
  }, row);
}
