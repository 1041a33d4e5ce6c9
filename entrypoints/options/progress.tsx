type Props = { label: string; done: number; of: number; stop: string; onStop: () => void };

/** How far something long is, and the way to stop it. */
export function Progress({ label, done, of, stop, onStop }: Props) {
  return (
    <div class="options-progress">
      <label>
        <span>{label}</span>
        <progress value={done} max={Math.max(1, of)} />
      </label>
      <button class="button" type="button" onClick={onStop}>
        {stop}
      </button>
    </div>
  );
}
