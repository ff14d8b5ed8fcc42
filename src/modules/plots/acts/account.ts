import type { QuoteStep } from '#engines/booking'
import { record } from '#kernel/journal'
import type { EntryKind } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import { pen } from '../who.ts'

/** Writes a line of the account of a plot: what is owed, paid, held, given back. @returns its number: that of the receipt */
export const addEntry = async (
  world: Here,
  tenancy: string,
  entry: {
    readonly kind: EntryKind
    readonly cents: number
    readonly season?: string
    readonly steps?: readonly QuoteStep[]
    readonly note?: string
  },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('plots.entry')
    .values({
      body_id: world.body.id,
      tenancy_id: tenancy,
      kind: entry.kind,
      cents: entry.cents,
      season: entry.season ?? '',
      steps: entry.steps ? JSON.stringify(entry.steps) : null,
      note: entry.note ?? '',
      on_day: world.today,
      by_person: pen(world),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'plot.accounted', { subject: `tenancy:${tenancy}`, content: { kind: entry.kind, cents: entry.cents } })
  return id
}
