export const ownerKinds = ['service', 'agent', 'elected'] as const
export type OwnerKind = (typeof ownerKinds)[number]

/** Where the figures come from: keyed in by the town hall, or an indicator of the evaluation of its service. */
export const sources = ['readings', 'evaluation:satisfaction', 'evaluation:clarity', 'evaluation:waiting', 'evaluation:help'] as const
export type Source = (typeof sources)[number]

export const endings = ['kept', 'missed', 'withdrawn'] as const
export type Ending = (typeof endings)[number]
/** What the town hall may say of a promise. */
export const saidKinds = ['progress', 'delay', ...endings] as const
export type SaidKind = (typeof saidKinds)[number]
/** The platform also says, once for each day promised, that a promise is at risk. */
export type StepKind = SaidKind | 'endangered'

/** How lists are cut: what runs, and how the others ended. */
export const groups = ['running', ...endings] as const
export type Group = (typeof groups)[number]
