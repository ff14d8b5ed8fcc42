import type { TrusteeStep } from '../queries/guards.ts'

interface Present {
  readonly number: number
  readonly steps: Readonly<Partial<Record<TrusteeStep, string>>>
}
/** What a trustee has to do now; `wait` while others must come first. */
export type Due = TrusteeStep | 'wait' | 'done'

/** Fewer trustees than there are may open the count: they share one key, in three turns. Otherwise each has a key of their own. */
export const isShared = ({ needed, trustees }: { readonly needed: number; readonly trustees: readonly unknown[] }): boolean =>
  needed < trustees.length

export const dueFor = (guards: { readonly needed: number; readonly trustees: readonly Present[] }, number: number): Due => {
  const own = guards.trustees.find(trustee => trustee.number === number)?.steps ?? {}
  if (!isShared(guards)) return own.key === undefined ? 'key' : 'done'
  for (const step of ['certificate', 'polynomial', 'output'] as const) {
    if (own[step] === undefined) return step
    if (step !== 'output' && guards.trustees.some(({ steps }) => steps[step] === undefined)) return 'wait'
  }
  return 'done'
}

/** Trustees whose part is not finished. */
export const missingTrustees = (guards: { readonly needed: number; readonly trustees: readonly Present[] }): number =>
  guards.trustees.filter(({ number }) => dueFor(guards, number) !== 'done').length
