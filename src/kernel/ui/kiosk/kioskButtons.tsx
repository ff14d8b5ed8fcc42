import { Face, type Mood } from '../smileys/face.tsx'

/** Large answers, one touch each: buttons of the form around them. */
export const KioskButtons = ({
  name,
  answers,
}: {
  name: string
  answers: readonly { readonly value: string; readonly label: string; readonly mood?: Mood | undefined }[]
}) => (
  <div class="kiosk__answers">
    {answers.map(({ value, label, mood }) => (
      <button key={value} class="kiosk__answer" type="submit" name={name} value={value}>
        {mood && <Face mood={mood} />}
        <span>{label}</span>
      </button>
    ))}
  </div>
)
