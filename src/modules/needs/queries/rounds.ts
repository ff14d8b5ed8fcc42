import { sql } from '#kernel/db'
import { record } from '#kernel/journal'
import type { AnyWorld } from '#kernel/world'
import { visibleLine } from './readLines.ts'
import type { Here } from '../schema.ts'

export interface Round {
  readonly id: string
  readonly service: string
  readonly title: string
  readonly introduction: string
  readonly opensOn: string
  readonly closesOn: string
  readonly openedBy: string | null
  readonly conclusion: string | null
  readonly closedAt: string | null
  readonly closedBy: string | null
  readonly lines: number
}
type Place = Pick<AnyWorld, 'db' | 'body'>

const columns = sql`
  r.id, r.service_id as service, r.title, r.introduction, r.opens_on as "opensOn", r.closes_on as "closesOn", r.conclusion, r.closed_at as "closedAt",
  (select p.name from kernel.person p where p.id = r.opened_by) as "openedBy", (select p.name from kernel.person p where p.id = r.closed_by) as "closedBy",
  (select count(*) from needs.line l where l.body_id = r.body_id and l.round_id = r.id and ${visibleLine}
    and not exists (select from needs.grouping g where g.body_id = l.body_id and g.line_id = l.id))::integer as lines`

/** Rounds of a service or of all, the latest first; at most a hundred. `isOpen` leaves out those concluded. */
export const readRounds = async ({ db, body }: Place, wanted: { service?: string; isOpen?: boolean } = {}): Promise<readonly Round[]> => {
  const { rows } = await sql<Round>`
    select ${columns} from needs.round r where r.body_id = ${body.id}
      ${wanted.service === undefined ? sql`` : sql`and r.service_id = ${wanted.service}`} ${wanted.isOpen ? sql`and r.closed_at is null` : sql``}
    order by r.closed_at is not null, r.closes_on desc, r.id desc limit 100`.execute(db)
  return rows
}
export const readRound = async ({ db, body }: Place, id: string): Promise<Round | null> => {
  const { rows } = await sql<Round>`select ${columns} from needs.round r where r.body_id = ${body.id} and r.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Opens a round for a service. @returns its number */
export const openRound = async (
  world: Here,
  round: {
    readonly service: string
    readonly title: string
    readonly introduction: string
    readonly opensOn: string
    readonly closesOn: string
  },
): Promise<string> => {
  const { id } = await world.db
    .insertInto('needs.round')
    .values({
      body_id: world.body.id,
      service_id: round.service,
      title: round.title,
      introduction: round.introduction,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      opened_by: world.actor.personId,
      opened_at: world.now,
      conclusion: null,
      closed_by: null,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(world, 'need.round-opened', {
    subject: `need-round:${id}`,
    content: { round: id, service: round.service, title: round.title },
  })
  return id
}

/** Closes it with what the town hall keeps of it. @returns false when somebody closed it already */
export const closeRound = async (world: Here, round: Round, conclusion: string): Promise<boolean> => {
  const done = await world.db
    .updateTable('needs.round')
    .set({ conclusion, closed_by: world.actor.personId, closed_at: world.now })
    .where('body_id', '=', world.body.id)
    .where('id', '=', round.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await record(world, 'need.round-closed', { subject: `need-round:${round.id}`, content: { round: round.id, service: round.service } })
  return true
}
