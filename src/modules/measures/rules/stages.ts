/** The stages of a measure, in the order of an ordinary life; withdrawn may come at any time. */
export const stages = ['proposed', 'co-construction', 'consultation', 'decided', 'under-way', 'running', 'evaluated', 'withdrawn'] as const
export type StageName = (typeof stages)[number]

/** While it is there, residents can still change what the measure says and support it. */
export const openStages: readonly StageName[] = ['proposed', 'co-construction', 'consultation']
export const isOpen = (stage: StageName) => openStages.includes(stage)
