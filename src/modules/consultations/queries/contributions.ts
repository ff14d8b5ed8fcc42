import { sql } from '#kernel/db'
import type { AnyWorld, OutcomesAsked } from '#kernel/world'
import type { StepKind } from '../rules/terms.ts'

/** The latest steps that anyone may read about. */
export const latestSteps = async (world: AnyWorld, limit: number) => {
  const { rows } = await sql<{ id: string; consultation: string; title: string; kind: StepKind; at: string; reason: string }>`
    select s.id, s.consultation_id as consultation, k.title, s.kind, s.at, s.reason
    from consultations.step s join consultations.consultation k on k.body_id = s.body_id and k.id = s.consultation_id
    where s.body_id = ${world.body.id} and k.state <> 'draft' and s.kind in ('opened', 'prolonged', 'closed', 'published', 'imported')
    order by s.at desc, s.id desc limit ${limit}`.execute(world.db)
  return rows
}

export const closingBetween = async (world: AnyWorld, from: string, to: string) => {
  const { rows } = await sql<{ id: string; title: string; closesOn: string }>`
    select id, title, closes_on as "closesOn" from consultations.consultation
    where body_id = ${world.body.id} and state <> 'draft' and imported is null and closes_on between ${from.slice(0, 10)}::date and ${to.slice(0, 10)}::date
    order by closes_on, id limit 200`.execute(world.db)
  return rows
}

/** Consultations whose results were published, the latest first. */
export const publishedAbout = async (world: AnyWorld, asked: OutcomesAsked) => {
  const { rows } = await sql<{
    id: string
    title: string
    measure: string | null
    service: string | null
    at: string
    participants: number
  }>`
    select k.id, k.title, k.measure_id as measure, k.service_id as service, p.at, p.participants from consultations.consultation k
    cross join lateral (select published_at as at, (content #>> '{everyone,participants}')::int as participants from consultations.publication p
      where p.body_id = k.body_id and p.consultation_id = k.id order by p.number desc limit 1) p
    where k.body_id = ${world.body.id} and k.state = 'published'
      ${asked.service ? sql`and k.service_id = ${asked.service}` : sql``} ${asked.measure ? sql`and k.measure_id = ${asked.measure}` : sql``}
    order by p.at desc, k.id desc limit ${asked.limit}`.execute(world.db)
  return rows
}
