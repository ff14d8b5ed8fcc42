import { record } from '#kernel/journal'
import type { World } from '#kernel/service'
import { type Charter, charterFrom } from '../rules/charter.ts'
import type { Tables } from '../tables.ts'
import type { Assembly, Where } from './where.ts'

/** One state of the rules of an assembly. Number 0 is the one it was founded with. */
export interface CharterVersion {
  readonly number: number
  readonly charter: Charter
  /** First day on which it is followed. */
  readonly since: string
  readonly reason: string
  /** The text it rests on. */
  readonly source: string
  readonly changedBy: string | null
  readonly changedAt: string
}

/** Changes of the rules since the beginning, the latest first. */
export const charterVersions = async ({ db, body }: Where, assembly: string): Promise<readonly CharterVersion[]> => {
  const rows = await db
    .selectFrom('meetings.charter_version')
    .select(['number', 'charter', 'since', 'reason', 'source', 'changed_by as changedBy', 'changed_at as changedAt'])
    .where('body_id', '=', body.id)
    .where('assembly_id', '=', assembly)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(row => ({ ...row, charter: charterFrom(row.charter) }))
}

/** The rules an assembly was founded with. */
export const foundingCharter = async ({ db, body }: Where, assembly: string): Promise<Charter> => {
  const row = await db
    .selectFrom('meetings.assembly')
    .select('charter')
    .where('body_id', '=', body.id)
    .where('id', '=', assembly)
    .executeTakeFirstOrThrow()
  return charterFrom(row.charter)
}

/** The rules followed on a day: the latest that had begun, or those of the foundation. */
export const charterOn = (versions: readonly CharterVersion[], day: string): Charter | undefined =>
  versions.find(version => version.since <= day)?.charter

/** The rules change from a day on; earlier meetings, and votes already closed, keep theirs. */
export const changeCharter = async (
  world: World<Tables>,
  assembly: Assembly,
  change: { charter: Charter; since: string; reason: string; source: string },
): Promise<void> => {
  const [latest] = await charterVersions(world, assembly.id)
  const number = (latest?.number ?? 0) + 1
  await world.db
    .insertInto('meetings.charter_version')
    .values({
      body_id: world.body.id,
      assembly_id: assembly.id,
      number,
      ...change,
      charter: JSON.stringify(change.charter),
      changed_by: world.actor.personId,
      changed_at: world.now,
    })
    .execute()
  await record(world, 'assembly.rules-changed', {
    subject: assembly.owner,
    content: { number, since: change.since, reason: change.reason },
  })
}
