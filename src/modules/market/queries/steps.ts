import { sql } from '#kernel/db'
import type { Attendance } from '../rules/absences.ts'
import type { Cause, StepKind } from '../rules/terms.ts'
import type { Here } from '../schema.ts'
import type { Subscription } from './traders.ts'

type Where = Pick<Here, 'db' | 'body' | 'today'>
export interface Step {
  readonly id: string
  readonly subscription: string
  readonly kind: StepKind
  readonly reason: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly heardOn: string | null
  readonly heardSaid: string
  readonly liftedOn: string | null
  readonly liftedBecause: string
  readonly by: string | null
  readonly appeal: {
    readonly id: string
    readonly text: string
    readonly at: string
    readonly answer: string | null
    readonly accepted: boolean | null
  } | null
}
const steps = async (where: ReturnType<typeof sql>, { db, body }: Pick<Where, 'db' | 'body'>): Promise<readonly Step[]> =>
  (
    await sql<Step>`
      select s.id::text as id, s.subscription_id::text as subscription, s.kind, s.reason, s.issued_on as "issuedOn", s.due_on as "dueOn", s.heard_on as "heardOn",
        s.heard_said as "heardSaid", s.lifted_on as "liftedOn", s.lifted_because as "liftedBecause", s.by_person as by,
        case when a.id is not null then jsonb_build_object('id', a.id::text, 'text', a.text, 'at', to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'answer', a.answer, 'accepted', a.accepted) end as appeal
      from market.step s left join market.appeal a on a.body_id = s.body_id and a.step_id = s.id
      where s.body_id = ${body.id} and ${where} order by s.id limit 500`.execute(db)
  ).rows
export const stepsOf = (world: Pick<Where, 'db' | 'body'>, subscription: string) => steps(sql`s.subscription_id = ${subscription}`, world)
export const stepById = async (world: Pick<Where, 'db' | 'body'>, id: string): Promise<Step | undefined> =>
  (await steps(sql`s.id = ${id}`, world))[0]
/** Everything that runs: steps not lifted, and objections without answer. */
export const openSteps = (world: Pick<Where, 'db' | 'body'>) => steps(sql`s.lifted_on is null`, world)

/** Each market day of a subscription until today, and whether they came. */
export const attendanceOf = async (
  { db, body, today }: Where,
  one: Subscription,
): Promise<readonly (Attendance & { readonly day: string })[]> =>
  (
    await sql<Attendance & { day: string }>`
      select d.id::text as day, d.held_on as "on", coalesce(p.state = 'present', false) as "isPresent", coalesce(p.excuse <> '', false) as "isExcused"
      from market.day d join market.presence p on p.body_id = d.body_id and p.day_id = d.id and p.trader_id = ${one.trader}
      where d.body_id = ${body.id} and d.market_id = ${one.market} and extract(isodow from d.held_on) = ${one.weekday}
        and d.held_on >= ${one.since}::date and d.held_on <= ${today}::date and d.cancelled_because is null
      order by d.held_on limit 500`.execute(db)
  ).rows

export interface Succession {
  readonly id: string
  readonly subscription: string
  readonly cause: Cause
  readonly causedOn: string
  readonly successorName: string
  readonly successorActivity: string
  readonly presentedOn: string
  readonly answerBy: string
  readonly decision: 'accepted' | 'refused' | null
  readonly reasons: string
  readonly decidedOn: string | null
  readonly successor: string | null
}
const successions = ({ db, body }: Pick<Where, 'db' | 'body'>) =>
  db
    .selectFrom('market.succession')
    .select([
      'id',
      'subscription_id as subscription',
      'cause',
      'caused_on as causedOn',
      'successor_name as successorName',
      'successor_activity as successorActivity',
      'presented_on as presentedOn',
      'answer_by as answerBy',
      'decision',
      'reasons',
      'decided_on as decidedOn',
      'successor_id as successor',
    ])
    .where('body_id', '=', body.id)
export const successionsOf = (world: Pick<Where, 'db' | 'body'>, subscription: string | null = null): Promise<readonly Succession[]> =>
  successions(world)
    .$if(subscription !== null, query => query.where('subscription_id', '=', subscription!))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
export const successionById = (world: Pick<Where, 'db' | 'body'>, id: string): Promise<Succession | undefined> =>
  successions(world).where('id', '=', id).executeTakeFirst()

/** The market days to come of a fixed place, and what its holder said of them. */
export const comingDays = async ({ db, body, today }: Where, one: Subscription) =>
  (
    await sql<{ day: string; on: string; reason: string | null }>`
      select d.id::text as day, d.held_on as "on", n.reason from market.day d
      left join market.notice n on n.body_id = d.body_id and n.day_id = d.id and n.trader_id = ${one.trader}
      where d.body_id = ${body.id} and d.market_id = ${one.market} and extract(isodow from d.held_on) = ${one.weekday} and d.held_on >= ${today}::date
        and d.cancelled_because is null and (${one.endedOn}::date is null or d.held_on < ${one.endedOn}::date)
      order by d.held_on limit 8`.execute(db)
  ).rows
