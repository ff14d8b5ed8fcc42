import { sql } from '#kernel/db'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'
import type { StudyOutcome } from './rules/terms.ts'
import { budgetPath, ideaPath } from './rules/sitePath.ts'

interface Row {
  readonly kind: 'published' | 'counted' | 'studied'
  readonly id: string
  readonly title: string
  readonly text: string
  readonly outcome: StudyOutcome | null
  readonly at: string
}

/** Budgets opened, results published, ideas studied; nothing of what moderation set apart. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const body = world.body.id
  const { rows } = await sql<Row>`select * from (
      (select 'published' as kind, id::text, title, summary as text, null as outcome, published_at as at from budgets.budget
        where body_id = ${body} and published_at is not null and archive is null order by published_at desc, id desc limit ${limit})
      union all
      (select 'counted', b.id::text, b.title, '', null, k.counted_at from budgets.count k
        join budgets.budget b on b.body_id = k.body_id and b.id = k.budget_id
        where k.body_id = ${body} and b.archive is null order by k.counted_at desc, b.id desc limit ${limit})
      union all
      (select 'studied', i.id::text, i.title, s.reason, s.outcome, s.written_at from budgets.study s
        join budgets.idea i on i.body_id = s.body_id and i.id = s.idea_id
        where s.body_id = ${body} and i.file_id is null
          and not exists (select from moderation.content k where k.body_id = i.body_id and k.subject = 'budget-idea:' || i.id and k.state <> 'visible')
        order by s.written_at desc, s.id desc limit ${limit})) found
    order by at desc, kind, id limit ${limit}`.execute(world.db)
  return rows.map(({ kind, id, title, text, outcome, at }) => ({
    id: `budget-${kind}:${id}:${at}`,
    title:
      kind === 'studied' ? t('change.studied', { title, state: t(`state.${outcome ?? 'admissible'}`) }) : t(`change.${kind}`, { title }),
    url: kind === 'studied' ? ideaPath(id) : kind === 'counted' ? `${budgetPath(id)}/resultats` : budgetPath(id),
    at,
    text: text.slice(0, 300).toWellFormed(),
  }))
}
