import { drawn, type Lot } from './lot.ts'
import type { Computation, Panel, PanelProgress, PanelResult, Volunteer } from './panel.ts'
import { lotById } from './queries/lots.ts'
import { latestComputation, refusalsOf, volunteersOf } from './queries/panels.ts'
import { type Seated, seated } from './rules/replacement.ts'
import type { Here } from './schema.ts'

export interface PanelState {
  readonly volunteers: readonly Volunteer[]
  readonly isRecruiting: boolean
  /** Volunteers may still come or leave. */
  readonly mayChange: boolean
  readonly isComputing: boolean
  /** An agent asked the computation to end at what it has proved. */
  readonly isStopping: boolean
  readonly progress: PanelProgress | null
  readonly lottery: Extract<PanelResult, { kind: 'lottery' }> | null
  readonly infeasible: Extract<PanelResult, { kind: 'infeasible' }> | null
  readonly hasFailed: boolean
  readonly lot: Lot | null
  readonly seated: Seated | null
}

/** Where a panel stands, from what was recorded. */
export const stateOf = async ({ db, body, today }: Here, panel: Panel): Promise<PanelState> => {
  const volunteers = await volunteersOf(db, body.id, panel.id)
  const computation: Computation | null = (await latestComputation(db, body.id, panel.id)) ?? null
  const lot = panel.lotId === null ? null : ((await lotById(db, body.id, panel.lotId)) ?? null)
  const isComputing = computation !== null && computation.endedAt === null
  const result = computation?.result ?? null
  return {
    volunteers,
    isRecruiting: today <= panel.closesOn && computation === null,
    mayChange: !isComputing && result?.kind !== 'lottery',
    isComputing,
    isStopping: isComputing && computation.stopAskedAt !== null,
    progress: computation?.progress ?? null,
    lottery: result?.kind === 'lottery' ? result : null,
    infeasible: result?.kind === 'infeasible' ? result : null,
    hasFailed: result?.kind === 'failed',
    lot,
    seated: lot?.seed ? seatedBy(panel, volunteers, lot, lot.seed.text, await refusalsOf(db, body.id, panel.id)) : null,
  }
}

const seatedBy = (panel: Panel, candidates: readonly Volunteer[], lot: Lot, seed: string, refusals: readonly number[]) => {
  const [ticket = ''] = drawn(lot)
  const members = (ticket.split(':')[1] ?? '').trim().split(' ').map(Number)
  return seated({ drawn: members, refusals, candidates, quotas: panel.quotas, onePerAddress: panel.onePerAddress, seed })
}
