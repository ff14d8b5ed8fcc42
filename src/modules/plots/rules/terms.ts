/** The words that the rules, the forms and the tables share. */
export const holderKinds = ['person', 'family', 'school', 'association', 'university'] as const
export type HolderKind = (typeof holderKinds)[number]
export const isCollective = (holder: HolderKind) => holder !== 'person' && holder !== 'family'

/** In the ground; raised, for who cannot bend; shared by a group. */
export const plotKinds = ['ground', 'raised', 'shared'] as const
export type PlotKind = (typeof plotKinds)[number]
export const waters = ['tap', 'pump', 'tank', 'none'] as const
export type Water = (typeof waters)[number]
export const suns = ['full', 'half', 'shade'] as const
export type Sun = (typeof suns)[number]

export const visitStates = ['kept', 'started', 'neglected'] as const
export type VisitState = (typeof visitStates)[number]
export const stepKinds = ['reminder', 'notice', 'release'] as const
export type StepKind = (typeof stepKinds)[number]

export const payments = ['fee-paid', 'deposit-paid', 'deposit-returned', 'deposit-kept'] as const
export type EntryKind = 'fee' | 'deposit' | (typeof payments)[number]
export type EndedBecause = 'declined' | 'expired' | 'handed-back' | 'released' | 'season-over' | 'left'

export const takers = ['canteen', 'market', 'food-bank', 'neighbour'] as const
export type TakenFor = (typeof takers)[number]
export const crops = [
  'tomato',
  'courgette',
  'bean',
  'potato',
  'salad',
  'cabbage',
  'squash',
  'onion',
  'carrot',
  'leek',
  'chard',
  'herb',
  'berry',
  'fruit',
  'other',
] as const
export type Crop = (typeof crops)[number]

export type LetterKind =
  | 'applied'
  | 'closing'
  | 'changed'
  | 'withdrawn'
  | 'published'
  | 'waits'
  | 'offered'
  | 'expired'
  | 'signed'
  | 'visited'
  | 'reminder'
  | 'notice'
  | 'release'
  | 'cured'
  | 'upheld'
  | 'dismissed'
  | 'released'
  | 'returned'
  | 'ending'
