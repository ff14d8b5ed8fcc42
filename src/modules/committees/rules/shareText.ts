import type { Share } from '#engines/meetings'

/** Shares offered on the form, as it writes them. */
export const offeredShares = [
  'number 1',
  'number 2',
  'number 3',
  'at-least 1/4',
  'at-least 1/3',
  'at-least 1/2',
  'more-than 1/2',
  'at-least 2/3',
  'at-least 3/4',
] as const

/** A share as one word of a form: `at-least 1/3`, `number 2`; nothing asked is empty. */
export const shareText = (share: Share | null | undefined): string =>
  !share ? '' : share.kind === 'number' ? `number ${share.n}` : `${share.kind} ${share.numerator}/${share.denominator}`

/** Reads it back; null when nothing is asked, undefined when it is not a share, or one that nobody could reach. */
export const readShare = (text: string): Share | null | undefined => {
  if (text === '') return null
  const [, kind, one, two] = /^(at-least|more-than|number) (\d{1,3})(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const [n, denominator] = [Number(one), Number(two)]
  if (!kind || n < 1) return undefined
  if (kind === 'number') return two === undefined ? { kind, n } : undefined
  if (kind !== 'at-least' && kind !== 'more-than') return undefined
  return (kind === 'more-than' ? denominator > n : denominator >= n) ? { kind, numerator: n, denominator } : undefined
}
