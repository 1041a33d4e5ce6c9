import type { Stamp } from '../article';

/** A row whose fields are decided one by one, each with a stamp, also one that was taken back. */
export type Decided = { stamps: Record<string, Stamp> };

/** `row` with one field as `from` has it, stamp included. */
export function decide<Row extends Decided, Field extends keyof Row & string>(
  row: Row,
  field: Field,
  from: Pick<Partial<Row>, Field> & Decided,
): Row {
  const { [field]: value } = from as Partial<Row>;
  const { [field]: stamp } = from.stamps as Record<string, Stamp | undefined>;
  const decided: Row = { ...row, stamps: { ...row.stamps, ...(stamp !== undefined && { [field]: stamp }) } };
  if (value === undefined) delete decided[field];
  else decided[field] = value;
  return decided;
}
