import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SchemaField } from './rules/validateRow.ts'

const Field = z.strictObject({
  name: z.string(),
  title: z.string(),
  type: z.enum(['string', 'number', 'date']),
  required: z.boolean(),
  unique: z.boolean().optional(),
  pattern: z.string().optional(),
  maxLength: z.int().optional(),
  values: z.array(z.string()).optional(),
})
const Schema = z.strictObject({
  title: z.string(),
  source: z.url(),
  address: z.url(),
  version: z.string(),
  updated: z.iso.date(),
  commit: z.string(),
  licence: z.string(),
  fields: z.array(Field),
})

/** The national standard of places of digital mediation: its fields, their patterns and lists, with its version and where it was read. */
export const standard: z.output<typeof Schema> & { readonly fields: readonly SchemaField[] } = Schema.parse(
  JSON.parse(readFileSync(new URL('./data/mediationPlaces.json', import.meta.url), 'utf8')),
)
export const valuesOf = (name: string): readonly string[] => standard.fields.find(field => field.name === name)?.values ?? []

/** What the commune keys in; the rest of the row (identifier, hours, day of change) is known by the room. */
export const PlaceFields = z.record(z.string(), z.string())
export type PlaceFields = z.output<typeof PlaceFields>
