/** What was read is not what the specification describes; `at` says where, as in `answers.0.choices`. */
export class Malformed extends Error {
  readonly at: string
  constructor(at: string) {
    super(`malformed: ${at || 'document'}`)
    this.at = at
  }
}

/** Reads one JSON value at a place. @throws Malformed */
export type Reader<Value> = (value: unknown, at: string) => Value
type Optional<Value> = Reader<Value> & { readonly optional: true }
type Shape = Readonly<Record<string, Reader<unknown>>>
type Read<Fields extends Shape> = {
  readonly [Name in keyof Fields as Fields[Name] extends Optional<unknown> ? never : Name]: ReturnType<Fields[Name]>
} & {
  readonly [Name in keyof Fields as Fields[Name] extends Optional<unknown> ? Name : never]?: NonNullable<ReturnType<Fields[Name]>>
}

/** The value that a JSON text holds. @throws Malformed */
export const read = <Value>(reader: Reader<Value>, json: string): Value => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Malformed('')
  }
  return reader(value, '')
}

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : refuse(at))
export const flag: Reader<boolean> = (value, at) => (typeof value === 'boolean' ? value : refuse(at))
/** A small integer, 0 or more. */
export const count: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(at)
/** A big natural number in base 10, as a string, in its only writing: no sign, no leading zero. */
export const natural: Reader<bigint> = (value, at) =>
  typeof value === 'string' && value.length < 1_000 && /^(0|[1-9]\d*)$/.test(value) ? BigInt(value) : refuse(at)
/** SHA-256, 64 hexadecimal digits. */
export const digest: Reader<string> = (value, at) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : refuse(at))
export const json: Reader<unknown> = value => value

export const list =
  <Value>(reader: Reader<Value>): Reader<readonly Value[]> =>
  (value, at) =>
    Array.isArray(value) ? value.map((item, place) => reader(item, `${at}.${place}`)) : refuse(at)

export const maybe = <Value>(reader: Reader<Value>): Optional<Value | undefined> =>
  Object.assign((value: unknown, at: string) => (value === undefined ? undefined : reader(value, at)), { optional: true } as const)

/** An object with these fields; fields that the specification does not name are left out. */
export const record =
  <Fields extends Shape>(fields: Fields): Reader<Read<Fields>> =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(at)
    const given = new Map(Object.entries(value))
    const entries = Object.entries(fields).map(([name, reader]) => [name, reader(given.get(name), at ? `${at}.${name}` : name)] as const)
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as Read<Fields> // each field was read by its own reader
  }

const refuse = (at: string): never => {
  throw new Malformed(at)
}
