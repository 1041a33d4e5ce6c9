/** Saves, or segments of one level, that are merged into one. */
export const FAN_IN = 16;

/** A segment of level n holds some 16ⁿ documents. */
export const levelFor = (docs: number): number => Math.max(1, Math.floor(Math.log(docs) / Math.log(FAN_IN)));
