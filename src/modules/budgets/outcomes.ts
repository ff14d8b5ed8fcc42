import { moderationOf } from '#engines/moderation'
import { dayInParis } from '#kernel/clock'
import { sql } from '#kernel/db'
import type { Outcome, OutcomesAsked } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { words } from './locales/index.ts'
import { budgetPath, ideaPath, ideaSubject } from './rules/sitePath.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly budget: string
  readonly budgetTitle: string
  readonly author: string | null
  readonly at: string
  readonly outcome: 'admissible' | 'inadmissible'
  readonly reason: string
  readonly studiedAt: string
  readonly countedAt: string | null
  readonly hasWon: boolean | null
  readonly measure: string | null
  readonly madeAt: string | null
  readonly latest: string
}

/** Each idea the town hall answered: what it said, what the vote decided, the measure it became. The latest first. */
export const outcomes = async (world: AnyWorld, { service, measure, limit }: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (service !== null) return []
  const { rows } = await sql<Row>`
    select i.id, i.title, i.budget_id as budget, b.title as "budgetTitle", (select p.name from kernel.person p where p.id = i.author_id) as author,
      i.proposed_at as at, s.outcome, s.reason, s.written_at as "studiedAt", k.counted_at as "countedAt",
      case when k.content is null then null else
        (case when k.content->>'method' = 'equal-shares' and not (k.content->'shares'->>'isGreedyPreferred')::boolean
          then k.content->'shares'->'selected' else k.content->'greedy'->'selected' end) ? i.id::text end as "hasWon",
      m.measure_id as measure, m.made_at as "madeAt", greatest(s.written_at, k.counted_at, m.made_at) as latest
    from budgets.idea i
    join budgets.budget b on b.body_id = i.body_id and b.id = i.budget_id and b.archive is null and b.published_at is not null
    cross join lateral (select * from budgets.study s where s.body_id = i.body_id and s.idea_id = i.id order by s.id desc limit 1) s
    left join lateral (select * from budgets.count k where k.body_id = i.body_id and k.budget_id = i.budget_id order by k.number desc limit 1) k on true
    left join budgets.measure m on m.body_id = i.body_id and m.idea_id = i.id
    where i.body_id = ${world.body.id} and s.outcome <> 'to-adapt'
      and not exists (select from budgets.merge g where g.body_id = i.body_id and g.idea_id = i.id)
      ${measure === null ? sql`` : sql`and m.measure_id = ${measure}`}
    order by latest desc, i.id desc limit ${limit}`.execute(world.db)
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    rows.map(({ id }) => ideaSubject(id)),
  )
  return rows.filter(({ id }) => moderated.get(ideaSubject(id)).state === 'visible').map(row => threadOf(world, row))
}

const threadOf = ({ locale }: AnyWorld, row: Row): Outcome => {
  const t = words(locale)
  const url = ideaPath(row.id)
  return {
    id: ideaSubject(row.id),
    title: row.title,
    service: null,
    measure: row.measure,
    said: { text: t('outcome.said', { name: row.author ?? t('someone'), title: row.title }), url, on: dayInParis(row.at) },
    decided:
      row.outcome === 'inadmissible'
        ? { text: t('outcome.refused', { reason: row.reason }), url: `${url}#vie`, on: dayInParis(row.studiedAt) }
        : row.countedAt === null
          ? null
          : {
              text: t(row.hasWon ? 'outcome.won' : 'outcome.lost', { budget: row.budgetTitle }),
              url: `${budgetPath(row.budget)}/resultats`,
              on: dayInParis(row.countedAt),
            },
    done:
      row.measure === null || row.madeAt === null
        ? null
        : { text: t('outcome.measure'), url: `/mesures/${row.measure}`, on: dayInParis(row.madeAt) },
    measured: null,
    at: row.latest,
    isRefused: row.outcome === 'inadmissible' || row.hasWon === false,
  }
}
