import { type HolderKind, isCollective, type PlotKind } from './terms.ts'

export interface Wisher {
  readonly holder: HolderKind
  readonly needsRaised: boolean
}
export type WishRefusal = 'for-groups' | 'for-people' | 'raised-beds'

/** Why this applicant may not have a plot of that kind; null when they may. Raised beds go to who needs them, shared plots to groups. */
export const whyNot = ({ holder, needsRaised }: Wisher, kind: PlotKind): WishRefusal | null => {
  if (kind === 'shared') return isCollective(holder) ? null : 'for-groups'
  if (isCollective(holder)) return 'for-people'
  return kind === 'raised' && !needsRaised ? 'raised-beds' : null
}

/**
 * The wishes that go into the draw: those stated, the dearest first, then every other plot they may have when any suits them.
 * Plots that they may not have are left out. Never empty unless nothing is left for them.
 */
export const wishesIn = (
  asked: Wisher & { readonly wishes: readonly string[]; readonly takesAny: boolean },
  free: readonly { readonly id: string; readonly kind: PlotKind }[],
): readonly string[] => {
  const may = free.filter(plot => whyNot(asked, plot.kind) === null).map(plot => plot.id)
  const stated = [...new Set(asked.wishes)].filter(id => may.includes(id))
  return asked.takesAny ? [...stated, ...may.filter(id => !stated.includes(id))] : stated
}
