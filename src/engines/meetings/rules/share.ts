import type { Share } from './charter.ts'

/** The number that a share of `whole` asks for, in whole people; at least one, since nobody is never enough. */
export const neededOf = (share: Share, whole: number): number => {
  if (share.kind === 'number') return share.n
  const parts = whole * share.numerator
  return Math.max(1, share.kind === 'more-than' ? Math.floor(parts / share.denominator) + 1 : Math.ceil(parts / share.denominator))
}
