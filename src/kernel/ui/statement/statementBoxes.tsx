/** One line of a sheet: a numbered statement and a box for each answer, to tick on the screen or with a pen. */
export const StatementBoxes = ({
  number,
  text,
  name,
  options,
  chosen,
}: {
  number: number
  text: string
  name: string
  options: readonly { readonly value: string; readonly label: string }[]
  chosen?: string | undefined
}) => (
  <fieldset class="statement-boxes">
    <legend>
      <span class="statement-boxes__number">{number}.</span> {text}
    </legend>
    <div class="statement-boxes__answers">
      {options.map(({ value, label }) => (
        <div key={value} class="box">
          <input class="box__input" type="radio" id={`${name}-${value}`} name={name} value={value} checked={chosen === value} />
          <label class="box__label" for={`${name}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </div>
  </fieldset>
)
