import { addDays } from '#kernel/rules'
import { allowed, refused, type Verdict } from '#kernel/rules'
import type { Charter } from './charter.ts'
import { neededOf } from './share.ts'

export type ItemRefusal = 'agenda-closed' | 'not-allowed' | 'too-late' | 'not-enough-members'

/** May an item join the agenda? The chair may alone; members may together, against the chair's wish if need be. */
export const canAddItem = (facts: {
  readonly by: 'chair' | 'members'
  /** Members who ask for it. */
  readonly asking: number
  readonly sitting: number
  readonly today: string
  readonly heldOn: string
  /** The notice was sent. */
  readonly convened?: boolean
  readonly rule: Charter['agenda']
}): Verdict<ItemRefusal> => {
  const { rule, heldOn, today } = facts
  if (rule.closedByNotice && facts.convened) return refused('agenda-closed')
  if (facts.by === 'chair') return today <= addDays(heldOn, -rule.chairUntilDays) ? allowed : refused('too-late')
  if (!rule.members) return refused('not-allowed')
  if (today > addDays(heldOn, -rule.membersUntilDays)) return refused('too-late')
  return facts.asking >= neededOf(rule.members, facts.sitting) ? allowed : refused('not-enough-members')
}
