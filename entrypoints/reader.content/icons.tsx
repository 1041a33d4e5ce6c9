const PATHS = {
  close: 'M5 5l10 10M15 5L5 15',
  save: 'M5.5 3.5h9v13L10 13.2 5.5 16.5z',
  saved: 'M5.5 3.5h9v13L10 13.2 5.5 16.5zM7.7 8l1.7 1.7 3-3.2',
  copy: 'M7.5 6.5h8v10h-8zM12.5 6.5v-3h-8v10h3',
  library: 'M4 4v12.5M7.5 4v12.5M10.8 4.5l4.7 11.7',
};

/** Drawn in the colour of the text, never read out: the button has a name. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
