/** How far something is, as a bar with its words. */
export const Progress = ({ value, of, label }: { value: number; of: number; label: string }) => (
  <div class="progress">
    <progress class="progress__bar" value={value} max={Math.max(of, 1)} aria-label={label} />
    <span class="soft" aria-hidden="true">
      {label}
    </span>
  </div>
)
