import { z } from 'zod'

/** How a setting is asked on a screen, read from its schema. */
export type Control =
  | { readonly kind: 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'box' }
  | { readonly kind: 'lines' }
  | { readonly kind: 'long' }
  | { readonly kind: 'text' }

/** Texts longer than this are asked in several lines. */
const long = 200

/** Reads a schema as JSON Schema does, and chooses the plainest control for it. */
export const controlOf = (schema: z.ZodType): Control => {
  const shape = Json.safeParse(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }))
  if (!shape.success) return { kind: 'text' }
  const { type, enum: options, minimum, maximum, maxLength } = shape.data
  if (options) return { kind: 'choice', options: options.map(option => ({ value: String(option), label: String(option) })) }
  if (type === 'integer' || type === 'number') return { kind: 'number', min: bounded(minimum), max: bounded(maximum) }
  if (type === 'boolean') return { kind: 'box' }
  if (type === 'array') return { kind: 'lines' }
  return { kind: (maxLength ?? 0) > long ? 'long' : 'text' }
}

/** What was typed, as the schema expects it; `undefined` when it cannot be read at all. */
export const typedValue = (control: Control, typed: string | readonly string[] | undefined): unknown => {
  const text = [typed ?? ''].flat()[0] ?? ''
  if (control.kind === 'number') return text.trim() === '' ? undefined : Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  if (control.kind === 'box') return text !== ''
  if (control.kind === 'lines')
    return text
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line !== '')
  return text.replace(/\r\n?/g, '\n').trim()
}

/** A value as it is written in its control. */
export const writtenValue = (control: Control, value: unknown): string => {
  if (control.kind === 'box') return value === true ? 'oui' : ''
  if (Array.isArray(value)) return value.join('\n')
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const Json = z.object({
  type: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
})
const bounded = (limit: number | undefined) => (limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? null : limit)
