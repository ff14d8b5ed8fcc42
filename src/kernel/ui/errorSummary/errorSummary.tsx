import { useWords } from '../frame.ts'
import { type AnyForm, controlId } from '../control/control.ts'
import { placeForLabel } from './labels.ts'

/** What is left to correct, each line leading to its field. Nothing when the form is fine. */
export const ErrorSummary = ({ form, prefix }: { form: AnyForm; prefix?: string | undefined }) => {
  const t = useWords()
  const errors = Object.entries(form.errors).filter((entry): entry is [string, string] => !!entry[1])
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus>
      <h2>{t('errors.title', { n: errors.length })}</h2>
      <ul>
        {errors.map(([name, message]) => (
          <li key={name}>
            {name === '' ? (
              message
            ) : (
              <a href={`#${controlId(name, prefix)}`}>
                {placeForLabel(controlId(name, prefix))}
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
