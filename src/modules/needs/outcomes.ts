import { moderationOf } from '#engines/moderation'
import { dayInParis } from '#kernel/clock'
import { sql } from '#kernel/db'
import type { Outcome, OutcomesAsked } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { words, type T } from './locales/index.ts'
import type { Effect, StepName } from './rules/life.ts'
import { linePath } from './rules/sitePath.ts'
import { lineSubject } from './queries/stateLine.ts'

interface Row {
  readonly id: string
  readonly service: string
  readonly what: string
  readonly change: string
  readonly college: 'users' | 'agents' | 'elected'
  readonly author: string | null
  readonly at: string
  readonly measure: string | null
  readonly latestAt: string
  readonly steps: readonly {
    readonly step: StepName
    readonly reason: string
    readonly on: string
    readonly before: string | null
    readonly after: string | null
    readonly effect: Effect | null
  }[]
}

/** Each need that was stated: what the town hall said of it, what was done, and the effect once it was checked. The latest first. */
export const outcomes = async (world: AnyWorld, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  const rows = await readRows(world, asked)
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    rows.map(({ id }) => lineSubject(id)),
  )
  const t = words(world.locale)
  return rows.filter(({ id }) => moderated.get(lineSubject(id)).state === 'visible').map(row => threadOf(t, row))
}

const readRows = async ({ db, body }: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select l.id, l.service_id as service, l.what, l.change, l.college, l.stated_at as at, (select p.name from kernel.person p where p.id = l.author_id) as author,
      (select o.measure_id from needs.offspring o where o.body_id = l.body_id and o.line_id = l.id and o.measure_id is not null
        order by ${measure === null ? sql`` : sql`o.measure_id = ${measure} desc,`} o.born_at, o.number limit 1) as measure,
      greatest(l.stated_at, life.latest) as "latestAt", coalesce(life.steps, '[]') as steps
    from needs.line l
    left join lateral (select max(s.made_at) as latest, jsonb_agg(jsonb_build_object('step', s.step, 'reason', s.reason, 'on', s.happened_on,
        'before', s.before_text, 'after', s.after_text, 'effect', s.effect) order by s.id) as steps
      from needs.step s where s.body_id = l.body_id and s.line_id = l.id) life on true
    where l.body_id = ${body.id} and (l.kind = 'fails' or life.steps is not null)
      and not exists (select from needs.grouping g where g.body_id = l.body_id and g.line_id = l.id)
      ${service === null ? sql`` : sql`and l.service_id = ${service}`}
      ${measure === null ? sql`` : sql`and exists (select from needs.offspring o where o.body_id = l.body_id and o.line_id = l.id and o.measure_id = ${measure})`}
    order by greatest(l.stated_at, life.latest) desc, l.id desc limit ${limit}`.execute(db)
  return rows
}

const threadOf = (t: T, row: Row): Outcome => {
  const url = linePath(row.id)
  const decided = row.steps.findLast(
    ({ step }) => step === 'recognised' || step === 'not-recognised' || step === 'adapted' || step === 'closed',
  )
  const became = row.steps.findLast(({ step }) => step === 'became')
  const done = row.steps.findLast(({ step }) => step === 'done')
  const checked = row.steps.findLast(({ step }) => step === 'checked')
  const decision = decided ?? became
  return {
    id: lineSubject(row.id),
    title: row.what,
    service: row.service,
    measure: row.measure,
    said: {
      text: t('outcome.saidBy', {
        name: row.author ?? t('line.someone'),
        college: t(`college.${row.college}`).toLowerCase(),
        what: row.change || row.what,
      }),
      url,
      on: dayInParis(row.at),
    },
    decided: decision
      ? {
          text: decided ? t('outcome.decided', { state: t(`state.${decided.step}`), reason: decided.reason }) : t('outcome.became'),
          url: `${url}#vie`,
          on: decision.on,
        }
      : null,
    done: done ? { text: done.reason, url: `${url}#vie`, on: done.on } : null,
    measured: checked
      ? {
          text: t('outcome.measured', { effect: t(`effect.${checked.effect ?? 'met'}`), before: checked.before, after: checked.after }),
          url: `${url}#vie`,
          on: checked.on,
        }
      : null,
    at: row.latestAt,
    isRefused: done === undefined && (decided?.step === 'not-recognised' || decided?.step === 'closed'),
  }
}
