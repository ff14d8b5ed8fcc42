import { allowed, refused } from '#kernel/rules'

/** May this hand hold the pen for that person? Nobody keys for themselves, nor for someone erased or merged. */
export const canKeyFor = ({ hand, person, gone }: { hand: string; person: string; gone: boolean }) => {
  if (hand === person) return refused('self')
  if (gone) return refused('gone')
  return allowed
}

/** May the desk open the first door to this person's account? Never beside another door, nor to the powers of an office. */
export const mayBeGivenAccount = ({ gone, hasAccount, holdsOffice }: { gone: boolean; hasAccount: boolean; holdsOffice: boolean }) =>
  !gone && !hasAccount && !holdsOffice

/** Two names that may be one person, written apart by a hand: 0 to 1, shared trigrams over all trigrams. */
export const likely = 0.45

/** May these two become one person? */
export const canMerge = ({ kept, removed }: { kept: string; removed: string }) => (kept === removed ? refused('same') : allowed)
