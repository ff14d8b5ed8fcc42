import { type AnyDb, sql } from '#kernel/db'
import type { Moderated, State, StepKind, WhoAdds } from '../rules/terms.ts'
import type { ConsultationId } from '../schema.ts'

export interface ConsultationLine {
  readonly id: ConsultationId
  readonly title: string
  readonly introduction: string
  readonly state: State
  readonly opensOn: string
  readonly closesOn: string
  readonly isImported: boolean
  readonly participants: number
}
export interface Consultation extends ConsultationLine {
  readonly organiser: string
  readonly purpose: string
  readonly followUp: string
  readonly resultsAt: string
  readonly measure: string | null
  readonly service: string | null
  readonly moderated: Moderated
  readonly whoAdds: WhoAdds
  readonly source: string
  readonly licence: string
  readonly createdBy: string | null
  readonly changedAt: string
}

const participants = sql`(select count(*)::int from consultations.participant p
  where p.body_id = k.body_id and p.consultation_id = k.id and p.merged_into is null
    and exists (select from consultations.vote v where v.body_id = p.body_id and v.consultation_id = p.consultation_id and v.participant_id = p.id))`
const lineColumns = sql`k.id, k.title, k.introduction, k.state, k.opens_on as "opensOn", k.closes_on as "closesOn",
  k.imported is not null as "isImported", ${participants} as participants`

export interface Asked {
  readonly drafts: boolean
  readonly measure?: string
  readonly service?: string
}
/** Those open first, the soonest to close first; then the latest closed. Drafts are for those who prepare them. */
export const consultationLines = async (
  db: AnyDb,
  body: number,
  asked: Asked,
  page: { size: number; start: number },
): Promise<readonly ConsultationLine[]> => {
  const { rows } = await sql<ConsultationLine>`
    select ${lineColumns} from consultations.consultation k
    where k.body_id = ${body} ${asked.drafts ? sql`` : sql`and k.state <> 'draft'`}
      ${asked.measure ? sql`and k.measure_id = ${asked.measure}` : sql``} ${asked.service ? sql`and k.service_id = ${asked.service}` : sql``}
    order by k.state = 'draft' desc, k.state = 'open' desc, case when k.state = 'open' then k.closes_on end, k.closes_on desc, k.id desc
    limit ${page.size} offset ${page.start}`.execute(db)
  return rows
}

export const consultationById = async (db: AnyDb, body: number, id: ConsultationId): Promise<Consultation | null> => {
  const { rows } = await sql<Consultation>`
    select ${lineColumns}, k.organiser, k.purpose, k.follow_up as "followUp", k.results_at as "resultsAt", k.measure_id as measure,
      k.service_id as service, k.moderated, k.who_adds as "whoAdds", k.source, k.licence, k.created_by as "createdBy", k.changed_at as "changedAt"
    from consultations.consultation k where k.body_id = ${body} and k.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface Step {
  readonly kind: StepKind
  readonly at: string
  readonly author: string | null
  readonly reason: string
  readonly closesOn: string | null
}
/** What happened to it, the latest first. */
export const stepsOf = async (db: AnyDb, body: number, id: ConsultationId): Promise<readonly Step[]> => {
  const { rows } = await sql<Step>`
    select s.kind, s.at, s.reason, s.closes_on as "closesOn", (select p.name from kernel.person p where p.id = s.author_id) as author
    from consultations.step s where s.body_id = ${body} and s.consultation_id = ${id} order by s.id desc limit 100`.execute(db)
  return rows
}

/** Consultations whose words are closest to these; drafts are left out. */
export const findConsultations = async (db: AnyDb, body: number, words: string, limit: number) => {
  const { rows } = await sql<{ id: string; title: string; excerpt: string; rank: number }>`
    select id, title, left(introduction, 200) as excerpt, ts_rank(search, query) as rank
    from consultations.consultation, websearch_to_tsquery('kernel.french', ${words}) query
    where body_id = ${body} and state <> 'draft' and search @@ query order by rank desc, id desc limit ${limit}`.execute(db)
  return rows
}
