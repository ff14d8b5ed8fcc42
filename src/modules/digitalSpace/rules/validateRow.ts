/** One field of the published schema (Table Schema, frictionless). */
export interface SchemaField {
  readonly name: string
  readonly title: string
  readonly type: 'string' | 'number' | 'date'
  readonly required: boolean
  readonly unique?: boolean | undefined
  readonly pattern?: string | undefined
  readonly maxLength?: number | undefined
  /** What each part of a value separated by `|` may be. */
  readonly values?: readonly string[] | undefined
}
export interface FieldFault {
  readonly field: string
  readonly because: 'required' | 'pattern' | 'too-long' | 'not-a-number' | 'not-a-day' | 'not-in-list'
}

/** Everything that the schema refuses in a row; empty when it is valid. A value left out is the empty text. */
export const validateRow = (fields: readonly SchemaField[], row: Readonly<Record<string, string>>): readonly FieldFault[] =>
  fields.flatMap(field => {
    const value = row[field.name] ?? ''
    if (value === '') return field.required ? [{ field: field.name, because: 'required' as const }] : []
    const because = faultOf(field, value)
    return because === null ? [] : [{ field: field.name, because }]
  })

const faultOf = ({ type, pattern, maxLength, values }: SchemaField, value: string): FieldFault['because'] | null => {
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return 'not-a-number'
  if (type === 'date' && !isDay(value)) return 'not-a-day'
  if (maxLength !== undefined && [...value].length > maxLength) return 'too-long'
  if (values !== undefined && !value.split('|').every(part => values.includes(part))) return 'not-in-list'
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return 'pattern'
  return null
}

const isDay = (value: string) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value)
