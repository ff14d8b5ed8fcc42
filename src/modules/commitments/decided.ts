import { z } from 'zod'
import { dayInParis } from '#kernel/clock'
import { sql } from '#kernel/db'
import type { JournalEvent } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'

const number = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{0,17}$/))
const Decided = z.object({
  title: z.string().min(1),
  label: z.string().nullish(),
  url: z.string().regex(/^\/(?!\/)[^\s\\]*$/),
  heldOn: z.iso.date().nullish().catch(null),
  measures: z.array(z.union([number, z.object({ measure: number }).transform(({ measure }) => measure)])).catch([]),
})

/** A room decided on measures: the dashboard of the mandate shows it, whether something is promised of it or not. */
export const keepDecision = async ({ db, body }: AnyWorld, event: JournalEvent): Promise<void> => {
  const read = Decided.safeParse(event.content)
  if (!read.success) return // erased since, or another shape
  const { title, label, url, heldOn, measures } = read.data
  for (const measure of measures)
    await sql`insert into commitments.decision (body_id, measure_id, subject, title, url, decided_on)
      values (${body.id}, ${measure}, ${event.subject}, ${[label, title].filter(Boolean).join(' · ').slice(0, 400).toWellFormed()}, ${url},
        ${heldOn ?? dayInParis(event.at)}) on conflict do nothing`.execute(db)
}

export interface Decision {
  readonly measure: string
  readonly subject: string
  readonly title: string
  readonly url: string
}

/** What was decided on these measures, the first decision first. */
export const decisionsOn = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  measures: readonly string[],
): Promise<readonly Decision[]> => {
  const { rows } = await sql<Decision>`select measure_id as measure, subject, title, url from commitments.decision
    where body_id = ${body.id} and measure_id = any(${[...measures]}::bigint[]) order by decided_on, subject limit 5000`.execute(db)
  return rows
}
