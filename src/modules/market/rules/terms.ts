/** What is sold, for variety: the trade never changes the price. */
export const families = [
  'fruit-vegetables',
  'meat',
  'fish',
  'cheese',
  'bakery',
  'prepared',
  'grocery',
  'drinks',
  'flowers',
  'clothing',
  'household',
  'crafts',
] as const
export type Family = (typeof families)[number]

export const documentKinds = ['card', 'insurance', 'hygiene', 'registration', 'organic'] as const
export type DocumentKind = (typeof documentKinds)[number]

export const holdings = ['subscriber', 'casual'] as const
export type Holding = (typeof holdings)[number]
export const means = ['cash', 'cheque', 'card', 'later'] as const
export type Means = (typeof means)[number]
export const methods = ['list', 'draw'] as const
export type Method = (typeof methods)[number]
export const hows = ['subscription', 'list', 'draw', 'choice'] as const
export type How = (typeof hows)[number]
export type PresenceState = 'present' | 'absent'
export const clashKinds = ['metres', 'trader', 'presence', 'list'] as const
export type ClashKind = (typeof clashKinds)[number]
export const stepKinds = ['reminder', 'warning', 'hearing', 'withdrawal'] as const
export type StepKind = (typeof stepKinds)[number]
export const causes = ['transfer', 'retirement', 'incapacity', 'death'] as const
export type Cause = (typeof causes)[number]
