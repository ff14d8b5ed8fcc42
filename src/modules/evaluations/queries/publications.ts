import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import type { CampaignId, Publication } from '../schema.ts'

type Where = Pick<AnyWorld, 'db' | 'body'>

const columns = sql`p.campaign_id as campaign, p.number, p.published_on as "on", p.published_at as at, p.respondents, p.channels, p.indicators, p.tables`

/** The latest figures published for a campaign, or null. */
export const latestPublication = async ({ db, body }: Where, campaign: CampaignId): Promise<Publication | null> => {
  const { rows } = await sql<Publication>`select ${columns} from evaluations.publication p
    where p.body_id = ${body.id} and p.campaign_id = ${campaign} order by p.number desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The latest figures of each campaign of a service (of every service when null), the first campaigns first. */
export const publicationsOf = async (
  { db, body }: Where,
  service: string | null,
): Promise<readonly (Publication & { readonly service: string; readonly closesOn: string })[]> => {
  const { rows } = await sql<Publication & { service: string; closesOn: string }>`
    select * from (
      select distinct on (p.campaign_id) ${columns}, c.service_id as service, coalesce(z.closed_on, c.closes_on) as "closesOn", c.opens_on
      from evaluations.publication p join evaluations.campaign c on c.body_id = p.body_id and c.id = p.campaign_id
      left join evaluations.closure z on z.body_id = c.body_id and z.campaign_id = c.id
      where p.body_id = ${body.id} ${service === null ? sql`` : sql`and c.service_id = ${service}`}
      order by p.campaign_id, p.number desc
    ) latest order by opens_on, campaign limit 1000`.execute(db)
  return rows
}

/** The same of several services (of every one when null), without the tables: what a trend is told from. */
export const indicatorsOf = async ({ db, body }: Where, services: readonly string[] | null) => {
  if (services?.length === 0) return []
  const { rows } = await sql<Pick<Publication, 'on' | 'respondents' | 'indicators'> & { service: string; closesOn: string }>`
    select * from (
      select distinct on (p.campaign_id) p.published_on as "on", p.respondents, p.indicators, c.service_id as service,
        coalesce(z.closed_on, c.closes_on) as "closesOn", c.opens_on, p.campaign_id
      from evaluations.publication p join evaluations.campaign c on c.body_id = p.body_id and c.id = p.campaign_id
      left join evaluations.closure z on z.body_id = c.body_id and z.campaign_id = c.id
      where p.body_id = ${body.id} ${services === null ? sql`` : sql`and c.service_id = any(${services}::bigint[])`}
      order by p.campaign_id, p.number desc
    ) latest order by opens_on, campaign_id limit 1000`.execute(db)
  return rows
}

/** The latest figures of each campaign without their tables, those published last first. */
export const latestPublications = async ({ db, body }: Where, limit: number) => {
  const { rows } = await sql<{ campaign: CampaignId; number: number; at: string; respondents: number; service: string }>`
    select p.campaign_id as campaign, p.number, p.published_at as at, p.respondents, c.service_id as service
    from evaluations.publication p join evaluations.campaign c on c.body_id = p.body_id and c.id = p.campaign_id
    where p.body_id = ${body.id} and not exists (select from evaluations.publication later
      where later.body_id = p.body_id and later.campaign_id = p.campaign_id and later.number > p.number)
    order by p.published_at desc, p.campaign_id desc limit ${limit}`.execute(db)
  return rows
}

export const addPublication = ({ db, body, now, today }: AnyWorld, publication: Omit<Publication, 'on' | 'at'>) =>
  sql`insert into evaluations.publication (body_id, campaign_id, number, published_on, published_at, respondents, channels, indicators, tables)
    values (${body.id}, ${publication.campaign}, ${publication.number}, ${today}, ${now}, ${publication.respondents},
      ${JSON.stringify(publication.channels)}::jsonb, ${JSON.stringify(publication.indicators)}::jsonb, ${JSON.stringify(publication.tables)}::jsonb)`.execute(
    db,
  )
