import { z } from 'zod'

export const partStates = ['fine', 'worn', 'damaged'] as const
/** What is included, as the catalogue lists it. */
export const Part = z.strictObject({ name: z.string().min(1).max(120), count: z.int().min(1).max(10_000) })
export type Part = z.output<typeof Part>
/** The same as found on the day. */
export const FoundPart = z.strictObject({ name: z.string(), count: z.int().min(0), state: z.enum(partStates), note: z.string() })
export type FoundPart = z.output<typeof FoundPart>

export interface Found {
  readonly at: string
  readonly parts: readonly FoundPart[]
  readonly counter: number | null
  /** Eighths of a tank, 0 to 8. */
  readonly fuel: number | null
}
export type Difference =
  | { readonly kind: 'missing'; readonly part: string; readonly count: number }
  | { readonly kind: 'more'; readonly part: string; readonly count: number }
  | {
      readonly kind: 'state'
      readonly part: string
      readonly from: FoundPart['state']
      readonly to: FoundPart['state']
      readonly note: string
    }
  | { readonly kind: 'fuel'; readonly eighths: number }

/** What changed between leaving and coming back, part by part in the order of the list. */
export const differencesBetween = (out: Found, back: Found): readonly Difference[] => [
  ...back.parts.flatMap((now): Difference[] => {
    const then = out.parts.find(one => one.name === now.name)
    if (!then) return []
    const count = then.count - now.count
    const worse = partStates.indexOf(now.state) > partStates.indexOf(then.state)
    return [
      ...(count > 0 ? [{ kind: 'missing' as const, part: now.name, count }] : []),
      ...(count < 0 ? [{ kind: 'more' as const, part: now.name, count: -count }] : []),
      ...(worse ? [{ kind: 'state' as const, part: now.name, from: then.state, to: now.state, note: now.note }] : []),
    ]
  }),
  ...(out.fuel !== null && back.fuel !== null && back.fuel < out.fuel ? [{ kind: 'fuel' as const, eighths: out.fuel - back.fuel }] : []),
]

type Dated = Found & { readonly kind: 'out' | 'in' }
/** The one that counts: the latest edition. */
export const lastOf = <One extends Dated>(all: readonly One[], kind: Dated['kind']): One | null =>
  all.findLast(one => one.kind === kind) ?? null
export const differencesOf = (all: readonly Dated[]): readonly Difference[] => {
  const [out, back] = [lastOf(all, 'out'), lastOf(all, 'in')]
  return out && back ? differencesBetween(out, back) : []
}

export const units = ['km', 'hour', 'day', 'use'] as const
export type Unit = (typeof units)[number]
export const hasCounter = (unit: Unit): boolean => unit === 'km' || unit === 'hour'

/** Units used, from the two inspections and never from the booking: the counter, the days begun, or one use. Null without a counter. */
export const unitsUsed = (unit: Unit, out: Found, back: Found): number | null => {
  if (unit === 'use') return 1
  if (unit === 'day') return Math.max(1, Math.ceil((Date.parse(back.at) - Date.parse(out.at)) / 86_400_000))
  return out.counter === null || back.counter === null ? null : back.counter - out.counter
}
/** Whether the thing can have come back in that state: later than it left, with a counter that did not turn back. */
export const mayComeBack = (unit: Unit, out: Found, back: Found): 'before' | 'counter' | 'no-counter' | null => {
  if (back.at < out.at) return 'before'
  const used = unitsUsed(unit, out, back)
  if (used === null) return 'no-counter'
  return used < 0 ? 'counter' : null
}

/** « Tables ; 10 » a line: the list of what is included, as it is typed. Null when a line cannot be read. */
export const readParts = (text: string): readonly Part[] | null => {
  const parts: Part[] = []
  for (const line of text.split('\n').map(one => one.trim())) {
    if (line === '') continue
    const read = /^(.{1,120}?)\s*[;:×x]\s*(\d{1,5})$/.exec(line) ?? /^(\d{1,5})\s*[×x]?\s+(.{1,120})$/.exec(line)
    if (!read) return null
    const [name, count] =
      /^\d/.test(line) && /^\d+\s*[×x]?\s+/.test(line) && /^\d+$/.test(read[1]!) ? [read[2]!, read[1]!] : [read[1]!, read[2]!]
    const part = Part.safeParse({ name: name.trim(), count: Number(count) })
    if (!part.success || parts.some(one => one.name === part.data.name)) return null
    parts.push(part.data)
  }
  return parts.length > 40 ? null : parts
}
export const writeParts = (parts: readonly Part[]): string => parts.map(({ name, count }) => `${name} ; ${count}`).join('\n')
