import type { World } from '#kernel/world'
import type { Category, PopulationFigures } from './figures.ts'
import type { Population, PopulationTables } from './schema.ts'

export interface PopulationVersion {
  readonly id: string
  readonly form: 'margins' | 'crossed'
  readonly source: string
  readonly licence: string
  /** The day the figures are about. */
  readonly referenceOn: string
  readonly note: string
  readonly madeBy: string | null
  readonly madeAt: string
  readonly publishedAt: string | null
  readonly publishedBy: string | null
}

/** Keeps what was read, to be published or not; returns its number. */
export const addVersion = async (
  { db, body, now, actor }: World<PopulationTables>,
  version: Pick<PopulationVersion, 'source' | 'licence' | 'referenceOn' | 'note'>,
  { form, categories, figures }: PopulationFigures,
): Promise<string> => {
  const { id } = await db
    .insertInto('population.version')
    .values({
      body_id: body.id,
      form,
      source: version.source,
      licence: version.licence,
      reference_on: version.referenceOn,
      note: version.note,
      made_by: actor.personId,
      made_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const key = { body_id: body.id, version_id: id }
  await db
    .insertInto('population.category')
    .values(
      categories.map(({ dimension, code, label }, position) => ({
        ...key,
        dimension,
        code,
        label_fr: label.fr,
        label_en: label.en,
        position,
      })),
    )
    .execute()
  for (let from = 0; from < figures.length; from += 1000)
    await db
      .insertInto('population.figure')
      .values(figures.slice(from, from + 1000).map(figure => ({ ...key, ...figure })))
      .execute()
  return id
}

/** The version becomes the one shown. The key refuses a second time. */
export const publishVersion = ({ db, body, now, today, actor }: World<PopulationTables>, id: string) =>
  db
    .insertInto('population.publication')
    .values({ body_id: body.id, version_id: id, published_by: actor.personId, published_at: now, published_on: today })
    .execute()

const selectVersions = (db: Population, body: number) =>
  db
    .selectFrom('population.version as v')
    .leftJoin('population.publication as p', join => join.onRef('p.body_id', '=', 'v.body_id').onRef('p.version_id', '=', 'v.id'))
    .where('v.body_id', '=', body)
    .select([
      'v.id',
      'v.form',
      'v.source',
      'v.licence',
      'v.reference_on as referenceOn',
      'v.note',
      'v.made_by as madeBy',
      'v.made_at as madeAt',
      'p.published_at as publishedAt',
      'p.published_by as publishedBy',
    ])

/** Published versions, the latest first; with `drafts`, those that wait too, before them. */
export const versions = (db: Population, body: number, drafts: boolean, limit = 50): Promise<readonly PopulationVersion[]> =>
  selectVersions(db, body)
    .$if(!drafts, query => query.where('p.published_at', 'is not', null))
    .orderBy('p.published_at', order => order.desc().nullsFirst())
    .orderBy('v.id', 'desc')
    .limit(limit)
    .execute()

export const versionById = (db: Population, body: number, id: string): Promise<PopulationVersion | undefined> =>
  selectVersions(db, body).where('v.id', '=', id).executeTakeFirst()

/** The version shown on a day: the last one published that day or before. */
export const versionOn = (db: Population, body: number, on: string): Promise<PopulationVersion | undefined> =>
  selectVersions(db, body)
    .where('p.published_on', '<=', on)
    .orderBy('p.published_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const figuresOf = async (
  db: Population,
  body: number,
  { id, form }: Pick<PopulationVersion, 'id' | 'form'>,
): Promise<PopulationFigures> => {
  const categories = await db
    .selectFrom('population.category')
    .where('body_id', '=', body)
    .where('version_id', '=', id)
    .select(['dimension', 'code', 'label_fr', 'label_en'])
    .orderBy('position')
    .execute()
  const figures = await db
    .selectFrom('population.figure')
    .where('body_id', '=', body)
    .where('version_id', '=', id)
    .select(['age', 'sex', 'district', 'people'])
    .orderBy('age')
    .orderBy('sex')
    .orderBy('district')
    .execute()
  const named = categories.map(({ dimension, code, label_fr: fr, label_en: en }): Category => ({ dimension, code, label: { fr, en } }))
  return { form, categories: named, figures }
}
