import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { CampaignId, Kiosk } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

const columns = sql`id, campaign_id as campaign, place, started_at as "startedAt", stopped_at as "stoppedAt", answered, last_answer_at as "lastAnswerAt"`

/** The tablets of a campaign, the latest first. */
export const kiosksOf = async ({ db, body }: Where, campaign: CampaignId): Promise<readonly Kiosk[]> => {
  const { rows } = await sql<Kiosk>`select ${columns} from evaluations.kiosk where body_id = ${body.id} and campaign_id = ${campaign}
    order by id desc limit 50`.execute(db)
  return rows
}

export const kioskById = async ({ db, body }: Where, id: string): Promise<Kiosk | null> => {
  const { rows } = await sql<Kiosk>`select ${columns} from evaluations.kiosk where body_id = ${body.id} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

export const startKiosk = async ({ db, body, actor, now }: AnyWorld, campaign: CampaignId, place: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`insert into evaluations.kiosk (body_id, campaign_id, place, started_by, started_at)
    values (${body.id}, ${campaign}, ${place}, ${actor.personId}, ${now}) returning id`.execute(db)
  return rows[0]!.id
}

export const stopKiosk = ({ db, body, now }: AnyWorld, campaign: CampaignId, id: string) =>
  sql`update evaluations.kiosk set stopped_at = ${now} where body_id = ${body.id} and campaign_id = ${campaign} and id = ${id} and stopped_at is null`.execute(
    db,
  )

/** Seconds that nobody needs less of to answer: a tablet that goes faster is a machine. */
const pause = 4

/** Counts one more answer on this tablet; false when the last one is too recent, or it was stopped. */
export const countOnKiosk = async ({ db, body, now }: AnyWorld, id: string): Promise<boolean> => {
  const done = await sql`update evaluations.kiosk set answered = answered + 1, last_answer_at = ${now}
    where body_id = ${body.id} and id = ${id} and stopped_at is null
      and (last_answer_at is null or last_answer_at <= ${now}::timestamptz - make_interval(secs => ${pause}))`.execute(db)
  return (done.numAffectedRows ?? 0n) > 0n
}
