import { z } from 'zod'

/** No control characters but line feed and tab (PostgreSQL refuses NUL), one kind of line end, no lone surrogate. */
const clean = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, '')
    .trim()

/** A text that must say something, `min` to `max` characters long. */
export const requiredText = (max = 200, min = 1) => z.string().transform(clean).pipe(z.string().min(min).max(max))
/** A text that may be left empty; missing counts as empty. */
export const optionalText = (max = 200) => z.string().default('').transform(clean).pipe(z.string().max(max))
export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) => z.enum(options)
/** Boxes to tick: none, one or several; a single answer counts as a list of one. */
export const manyOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.preprocess(value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(options)))
/** A box: ticked or not. */
export const checkbox = z.preprocess(value => value !== undefined && value !== '' && value !== 'false', z.boolean())
/** A day that exists, `'YYYY-MM-DD'`; also read as written by hand, `3/3/2027`. */
export const day = z.preprocess(value => {
  const hand = typeof value === 'string' ? /^\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})\s*$/.exec(value) : null
  return hand ? `${hand[3]}-${hand[2]!.padStart(2, '0')}-${hand[1]!.padStart(2, '0')}` : value
}, z.iso.date())
export const email = z
  .string()
  .transform(text => clean(text).toLowerCase())
  .pipe(z.email().max(254))
/** A whole number typed in digits; spaces between thousands are fine. */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(value => {
    if (typeof value !== 'string') return value
    const digits = value.replace(/[\s\u00a0\u202f]/g, '')
    return digits === '' ? undefined : Number(digits)
  }, z.int().min(min).max(max))
