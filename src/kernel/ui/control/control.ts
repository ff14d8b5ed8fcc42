import { useContext } from 'preact/hooks'
import type { FormValues } from '#kernel/forms'
import { LabelsContext } from '../frame.ts'

/** Any form of `#kernel/forms`, whatever its fields. */
export interface AnyForm {
  readonly values: FormValues
  readonly errors: Readonly<Record<string, string | undefined>>
}
/** The names of the fields of that very form; another name does not compile. */
export type FieldName<F extends AnyForm> = Exclude<Extract<keyof F['errors'], string>, ''>

/** What every control of a form is told. */
export interface ControlProps<F extends AnyForm> {
  readonly form: F
  readonly name: FieldName<F>
  readonly label: string
  readonly hint?: string | undefined
  /** May be left empty: said next to the label. */
  readonly optional?: boolean | undefined
  /** Sets apart two forms of one page that share names. */
  readonly prefix?: string | undefined
}

export const controlId = (name: string, prefix?: string) => `${prefix ?? 'champ'}-${name}`

/** What was typed, what is to be corrected, and the ids that tie them together. */
export const useControl = <F extends AnyForm>({ form, name, label, hint, prefix }: ControlProps<F>) => {
  const id = controlId(name, prefix)
  useContext(LabelsContext).set(id, label)
  const error = form.errors[name]
  const value = form.values[name]
  const describedBy = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ') || undefined
  return { id, error, texts: [value ?? []].flat(), text: [value ?? ''].flat()[0] ?? '', describedBy }
}
