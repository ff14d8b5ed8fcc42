import type { College } from '#kernel/people'

export type Residence = 'none' | 'declared' | 'verified'
/** Through which door an act came: one's own screen, keyed in at the desk, a sheet put in a box, a polling station. */
export type Channel = 'screen' | 'desk' | 'paper' | 'station'

/** What a rule asks. */
export interface Conditions {
  readonly minimumAge: number | null
  readonly residence: Residence
  readonly college: College | null
  readonly association: boolean
  readonly identity: boolean
}
/** What the house knows of a person today, by dated facts. */
export interface Known {
  /** Years surely reached, by a date of birth or a proof seen; null when nothing tells. */
  readonly ageAtLeast: number | null
  /** The date of birth is known: an age below the minimum is then sure. */
  readonly isAgeExact: boolean
  readonly residence: Residence
  readonly colleges: readonly College[]
  readonly isMember: boolean
  readonly isIdentified: boolean
}
export const refusals = [
  'sign-in',
  'age-unknown',
  'too-young',
  'not-resident',
  'residence-unproven',
  'not-in-college',
  'not-in-association',
  'identity-unproven',
] as const
export type Refusal = (typeof refusals)[number]

/** A verdict that names everything that is missing; `because` is the first of it. */
export type Standing =
  | { readonly ok: true; readonly missing: readonly [] }
  | { readonly ok: false; readonly because: Refusal; readonly missing: readonly Refusal[] }

/** Whether somebody may take part under a rule; null is a visitor. Nationality is never asked. */
export const standingUnder = (asked: Conditions, known: Known | null): Standing => {
  if (known === null) return { ok: false, because: 'sign-in', missing: ['sign-in'] }
  const missing = [ageMissing(asked, known), residenceMissing(asked, known), ...othersMissing(asked, known)].filter(one => one !== null)
  const [because] = missing
  return because === undefined ? { ok: true, missing: [] } : { ok: false, because, missing }
}

const ageMissing = ({ minimumAge }: Conditions, known: Known): Refusal | null => {
  if (minimumAge === null || (known.ageAtLeast !== null && known.ageAtLeast >= minimumAge)) return null
  return known.isAgeExact ? 'too-young' : 'age-unknown'
}

const residenceMissing = ({ residence }: Conditions, known: Known): Refusal | null => {
  if (residence === 'none' || known.residence === 'verified') return null
  if (residence === 'declared') return known.residence === 'none' ? 'not-resident' : null
  return 'residence-unproven'
}

const othersMissing = ({ college, association, identity }: Conditions, known: Known): readonly (Refusal | null)[] => [
  college !== null && !known.colleges.includes(college) ? 'not-in-college' : null,
  association && !known.isMember ? 'not-in-association' : null,
  identity && !known.isIdentified ? 'identity-unproven' : null,
]
