import { record } from '#kernel/journal'
import type { KernelTables, World } from '#kernel/service'
import { words } from '../locales/index.ts'
import type { MeasureId, MeasureTables, Measures } from '../schema.ts'
import type { Paragraph } from './readMeasure.ts'

type Here = World<MeasureTables & KernelTables>

export interface VersionText {
  readonly number: number
  readonly madeAt: string
  readonly note: string
  readonly paragraphs: readonly Paragraph[]
}

/** What a measure says now, or said at that version; null when there is none. */
export const readVersion = async (db: Measures, body: number, measure: MeasureId, number?: number): Promise<VersionText | null> => {
  const version = await db
    .selectFrom('measures.version')
    .select(['number', 'made_at as madeAt', 'note'])
    .where('body_id', '=', body)
    .where('measure_id', '=', measure)
    .$if(number !== undefined, query => query.where('number', '=', number!))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!version) return null
  const paragraphs = await db
    .selectFrom('measures.version_paragraph')
    .select(['paragraph as id', 'text'])
    .where('body_id', '=', body)
    .where('measure_id', '=', measure)
    .where('version', '=', version.number)
    .orderBy('position')
    .execute()
  return { ...version, paragraphs }
}

/** The name of a paragraph that first appears in a version: never given twice within a measure. */
export const paragraphName = (version: number, rank: number) => `v${version}-${rank + 1}`

/** Adds the next version of a measure and credits everyone whose words are in it. Two at once: the second meets a conflict. */
export const addVersion = async (
  world: Here,
  measure: MeasureId,
  made: { number: number; paragraphs: readonly Paragraph[]; note: string; credits?: readonly { personId: string; part: string }[] },
) => {
  const key = { body_id: world.body.id, measure_id: measure }
  await world.db
    .insertInto('measures.version')
    .values({ ...key, number: made.number, made_at: world.now, note: made.note, author_id: world.actor.personId })
    .execute()
  if (made.paragraphs.length > 0) {
    await world.db
      .insertInto('measures.version_paragraph')
      .values(
        made.paragraphs.map((paragraph, position) => ({
          ...key,
          version: made.number,
          position,
          paragraph: paragraph.id,
          text: paragraph.text,
        })),
      )
      .execute()
  }
  if (made.credits?.length) {
    await world.db
      .insertInto('measures.version_credit')
      .values(made.credits.map(({ personId, part }) => ({ ...key, version: made.number, person_id: personId, part })))
      .execute()
  }
  const { title } = await world.db
    .updateTable('measures.measure')
    .set({ changed_at: world.now })
    .where('body_id', '=', key.body_id)
    .where('id', '=', measure)
    .returning('title')
    .executeTakeFirstOrThrow()
  const said = (locale: 'fr' | 'en') => words(locale)('measure.news.version', { n: made.number })
  await record(world, 'measure.version-made', {
    subject: `measure:${measure}`,
    content: {
      measure,
      version: made.number,
      note: made.note,
      credited: [...new Set((made.credits ?? []).map(({ personId }) => personId))],
      notify: { subject: `measure:${measure}`, title, url: `/mesures/${measure}`, what: { fr: said('fr'), en: said('en') } },
    },
  })
}
