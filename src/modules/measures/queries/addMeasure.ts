import { splitParagraphs } from '#engines/texts'
import { sql } from '#kernel/db'
import type { KernelTables, World } from '#kernel/service'
import type { MeasureId, MeasureTables } from '../schema.ts'
import { enterStage } from './stages.ts'
import { addVersion, paragraphName } from './versions.ts'

type Here = World<MeasureTables & KernelTables>

export interface NewMeasure {
  readonly programme: string | null
  readonly section: string | null
  readonly position: number
  readonly number: string
  readonly title: string
  readonly summary: string
  /** Markdown of its first version. */
  readonly text: string
  /** Why it is proposed; also the note of the first version. */
  readonly reason: string
  /** Who gave it its words, and where. */
  readonly credits?: readonly { readonly personId: string; readonly part: string }[]
}

/** Makes a measure: proposed, with its first version. */
export const addMeasure = async (world: Here, made: NewMeasure): Promise<MeasureId> => {
  const { id } = await world.db
    .insertInto('measures.measure')
    .values({
      body_id: world.body.id,
      programme_id: made.programme,
      section_id: made.section,
      position: made.position,
      number: made.number,
      title: made.title,
      summary: made.summary,
      pilot_id: null,
      closes_on: null,
      created_at: world.now,
      changed_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enterStage(world, { id, title: made.title }, 'proposed', made.reason)
  await addVersion(world, id, {
    number: 1,
    note: made.reason,
    paragraphs: splitParagraphs(made.text, rank => paragraphName(1, rank)),
    credits: made.credits ?? [],
  })
  return id
}

/** Where new sections and measures begin, after those already published. */
export const lastPositions = async ({ db, body }: Here) => {
  const { rows } = await sql<{ section: number; measure: number }>`
    select coalesce((select max(position) + 1 from measures.section where body_id = ${body.id}), 0) as section,
      coalesce((select max(position) + 1 from measures.measure where body_id = ${body.id}), 0) as measure`.execute(db)
  return rows[0] ?? { section: 0, measure: 0 }
}
