import type { z } from 'zod'
import type { Locale } from '#kernel/i18n'
import { friendlyMessage } from './messages.ts'

/** What was typed, field by field, exactly as it came; drawn again when something must be corrected. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>
/** A form to draw: field names are those of its schema; `errors` holds one sentence per field to correct. */
export interface Form<Fields> {
  readonly values: FormValues
  readonly errors: Readonly<Partial<Record<Extract<keyof Fields, string> | '', string>>>
}
export type Submission<Fields> = (Form<Fields> & { readonly ok: true; readonly value: Fields }) | (Form<Fields> & { readonly ok: false })

const noErrors = {} as never // an empty record fits every set of names

/** A form nobody has filled yet, or filled beforehand with what is already known. */
export const emptyForm = <S extends z.ZodType<object>>(_schema: S, values: FormValues = {}): Form<z.output<S>> => ({
  values,
  errors: noErrors,
})

/** Holds what was typed against the schema. Repeated fields arrive as lists; missing ones are undefined. */
export const parseForm = <S extends z.ZodType<object>>(schema: S, values: FormValues, locale: Locale): Submission<z.output<S>> => {
  const parsed = schema.safeParse(values, { error: issue => friendlyMessage(issue, locale) })
  if (parsed.success) return { ok: true, value: parsed.data, values, errors: noErrors }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message
  return { ok: false, values, errors: errors as Form<z.output<S>>['errors'] } // the paths come from the schema itself
}

/** The same form, with one more thing to correct that only the rules or the database could know. */
export const refuseField = <Fields>(
  form: Form<Fields>,
  field: Extract<keyof Fields, string> | '',
  message: string,
): Submission<Fields> & { ok: false } => ({
  ok: false,
  values: form.values,
  errors: { ...form.errors, [field]: message } as Form<Fields>['errors'],
}) // one more key of the same kind
