type Props = {
  text: string;
  /** Half-open ranges of UTF-16 units where the query was found, in order, none overlapping. */
  marks: readonly (readonly [start: number, end: number])[];
};

export function MarkedText({ text, marks }: Props) {
  let done = 0;
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
