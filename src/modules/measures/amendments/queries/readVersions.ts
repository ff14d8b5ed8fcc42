import { type Db, sql } from '#kernel/db'
import type { Tables } from '../schema.ts'

export interface Credit {
  readonly personId: string
  readonly name: string
  /** `amendment:12` for the words of an amendment. */
  readonly part: string
}
export interface VersionLine {
  readonly number: number
  readonly at: string
  readonly note: string
  readonly author: string | null
  readonly credits: readonly Credit[]
}

/** Versions of a measure with those credited in each, the latest first, at most `most`, from `before` (excluded) down. */
export const readVersions = async (
  db: Db<Tables>,
  body: number,
  measure: string,
  most: number,
  before: number,
): Promise<readonly VersionLine[]> => {
  const { rows } = await sql<VersionLine>`
    select v.number, v.made_at as at, v.note, (select p.name from kernel.person p where p.id = v.author_id) as author,
      coalesce((select jsonb_agg(jsonb_build_object('personId', k.person_id, 'name', p.name, 'part', k.part) order by length(k.part), k.part, k.person_id)
        from measures.version_credit k join kernel.person p on p.id = k.person_id
        where k.body_id = v.body_id and k.measure_id = v.measure_id and k.version = v.number), '[]') as credits
    from measures.version v
    where v.body_id = ${body} and v.measure_id = ${measure} and v.number < ${before}
    order by v.number desc limit ${most}`.execute(db)
  return rows
}

/** Everyone already credited in a version: their words are in the next one too. */
export const creditsUpTo = (db: Db<Tables>, body: number, measure: string, version: number) =>
  db
    .selectFrom('measures.version_credit')
    .select(['person_id as personId', 'part'])
    .where('body_id', '=', body)
    .where('measure_id', '=', measure)
    .where('version', '=', version)
    .orderBy('part')
    .orderBy('person_id')
    .execute()
