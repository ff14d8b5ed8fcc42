import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { CampaignDates } from '../rules/campaign.ts'
import type { LocalQuestion } from '../rules/localQuestion.ts'
import type { Campaign, CampaignId } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

const columns = sql`c.id, c.service_id as service, c.opens_on as "opensOn", c.closes_on as "closesOn", c.recurrence, c.questions,
  c.follows_id as follows, c.opened_at as "openedAt", z.closed_on as "closedOn", z.closed_at as "closedAt", coalesce(z.reason, '') as "closedBecause"`
const from = sql`evaluations.campaign c left join evaluations.closure z on z.body_id = c.body_id and z.campaign_id = c.id`

export const campaignById = async ({ db, body }: Where, id: CampaignId): Promise<Campaign | null> => {
  const { rows } = await sql<Campaign>`select ${columns} from ${from} where c.body_id = ${body.id} and c.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Campaigns of a service, or of every one when it is null, the latest to open first. */
export const campaignsOf = async ({ db, body }: Where, service: string | null, limit: number): Promise<readonly Campaign[]> => {
  const { rows } = await sql<Campaign>`select ${columns} from ${from} where c.body_id = ${body.id}
    ${service === null ? sql`` : sql`and c.service_id = ${service}`} order by c.opens_on desc, c.id desc limit ${limit}`.execute(db)
  return rows
}

/** Those that take answers on that day, those that close soonest first. */
export const openCampaigns = async ({ db, body }: Where, day: string): Promise<readonly Campaign[]> => {
  const { rows } = await sql<Campaign>`select ${columns} from ${from} where c.body_id = ${body.id} and z.campaign_id is null
    and ${day} between c.opens_on and c.closes_on order by c.closes_on, c.id limit 200`.execute(db)
  return rows
}

/** Those whose last day is over and that nobody has closed. */
export const overCampaigns = async ({ db, body }: Where, day: string): Promise<readonly Campaign[]> => {
  const { rows } = await sql<Campaign>`select ${columns} from ${from} where c.body_id = ${body.id} and z.campaign_id is null
    and c.closes_on < ${day} order by c.closes_on, c.id limit 200`.execute(db)
  return rows
}

/** Whether another campaign of this service takes answers on one of these days. */
export const overlaps = async ({ db, body }: Where, service: string, dates: Omit<CampaignDates, 'recurrence'>): Promise<boolean> => {
  const { rows } = await sql`select from ${from} where c.body_id = ${body.id} and c.service_id = ${service}
    and c.opens_on <= ${dates.closesOn} and coalesce(z.closed_on, c.closes_on) >= ${dates.opensOn} limit 1`.execute(db)
  return rows.length > 0
}

/** Writes a campaign down; null when the one it follows is followed already. */
export const addCampaign = async (
  { db, body, actor, now }: AnyWorld,
  campaign: CampaignDates & { readonly service: string; readonly questions: readonly LocalQuestion[]; readonly follows: CampaignId | null },
): Promise<CampaignId | null> => {
  const { rows } = await sql<{ id: CampaignId }>`
    insert into evaluations.campaign (body_id, service_id, opens_on, closes_on, recurrence, questions, follows_id, opened_by, opened_at)
    values (${body.id}, ${campaign.service}, ${campaign.opensOn}, ${campaign.closesOn}, ${campaign.recurrence},
      ${JSON.stringify(campaign.questions)}::jsonb, ${campaign.follows}, ${actor.personId}, ${now})
    on conflict (body_id, follows_id) do nothing returning id`.execute(db)
  return rows[0]?.id ?? null
}
