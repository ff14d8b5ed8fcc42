import { conflict } from '#kernel/http'
import type { Here } from '../here.ts'

/** A small form of buttons and lists that came back wrong: said in the words of its first error. */
export const badForm = (c: Here, form: { readonly errors: Readonly<Record<string, string | undefined>> }) =>
  conflict(c, Object.values(form.errors).find(Boolean))
