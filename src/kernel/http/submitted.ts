import type { z } from 'zod'
import { parseForm, type FormValues, type Submission } from '#kernel/forms'
import type { C } from './router.ts'

/** The form that was sent, held against its schema; what was typed is kept either way. */
export const submitted = async <S extends z.ZodType<object>>(c: C<any>, schema: S): Promise<Submission<z.output<S>>> =>
  parseForm(schema, await typedValues(c), c.var.locale)

/** What was typed, field by field; files are left out. A repeated field is a list. */
export const typedValues = async (c: C<any>): Promise<FormValues> => {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const values: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    const texts = [value].flat().filter(one => typeof one === 'string')
    if (texts.length > 0) values[name] = texts.length === 1 ? texts[0]! : texts
  }
  return values
}

export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}
/** The file of that field, or null when none was chosen. Its type is what the browser said: check the bytes. */
export const uploaded = async (c: C<any>, field: string): Promise<UploadedFile | null> => {
  const body = await c.req.parseBody({ all: true }).catch(() => ({}))
  const file = [(body as Record<string, unknown>)[field]].flat().find(one => one instanceof File)
  if (!file || file.size === 0) return null
  return { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
}
