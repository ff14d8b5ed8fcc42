import { z } from 'zod'
import type { JournalEvent } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import { words } from './locales/index.ts'
import { measuresById } from './queries/latestMeasures.ts'
import { enterStage } from './queries/stages.ts'
import { canChangeStage } from './rules/canChangeStage.ts'
import { stages } from './rules/stages.ts'
import type { MeasureTables } from './schema.ts'

const Decided = z.object({
  label: z.string(),
  title: z.string(),
  outcome: z.string(),
  measures: z.array(z.object({ measure: z.string(), stage: z.string() })),
})

/** What the council adopted moves the measures that it names; what it rejected leaves them where they stand. */
export const followCouncil = async (world: World<MeasureTables & KernelTables>, event: JournalEvent): Promise<void> => {
  const decided = Decided.safeParse(event.content)
  if (!decided.success || decided.data.outcome !== 'carried') return
  const { label, title, measures } = decided.data
  const reason = words('fr')('stages.byCouncil', { label, title })
  for (const { measure, stage } of measures) {
    const to = stages.find(one => one === stage)
    const [known] = await measuresById(world.db, world.body.id, [measure])
    if (!to || !known) continue
    if (canChangeStage({ from: known.stage, to, reason, isTownHall: true, isPilot: false }).ok) await enterStage(world, known, to, reason)
  }
}
