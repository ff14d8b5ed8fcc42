import { sql } from '#kernel/db'
import type { Locale } from '#kernel/i18n'
import { By, type ThreadEntry } from '#kernel/ui'
import type { AnyWorld } from '#kernel/world'
import { words } from './locales/index.ts'
import type { Outcome } from './rules/terms.ts'

interface Decided {
  readonly id: string
  readonly outcome: Outcome
  readonly reason: string
  readonly at: string
  readonly author: string | null
  readonly college: 'users' | 'agents' | 'elected'
  readonly from: string | null
}

/** What amendments add to the page of a measure: how many are open, and the latest decisions as knots of its thread. */
export const amendmentParts = async (
  { db, body }: Pick<AnyWorld, 'db' | 'body'>,
  measure: string,
  locale: Locale,
): Promise<{ readonly open: number; readonly knots: readonly ThreadEntry[] }> => {
  const t = words(locale)
  const { rows } = await sql<{ open: number; decided: readonly Decided[] }>`
    select
      (select count(*)::integer from (select from measures.amendment where body_id = ${body.id} and measure_id = ${measure} and state = 'open' limit 1000) a) as open,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.amendment_id::text, 'outcome', d.outcome, 'reason', d.reason, 'at', d.decided_at, 'college', d.college,
          'author', (select p.name from kernel.person p where p.id = d.author_id), 'from', (select p.name from kernel.person p where p.id = d.proposer)) order by d.decided_at desc, d.amendment_id desc)
        from (
          select d.*, case when not exists (select from moderation.content c where c.body_id = a.body_id and c.subject = 'amendment:' || a.id
            and c.state <> 'visible') then a.author_id end as proposer
          from measures.amendment a join measures.amendment_decision d on d.body_id = a.body_id and d.amendment_id = a.id
          where a.body_id = ${body.id} and a.measure_id = ${measure} and a.state in ('accepted', 'merged', 'refused')
          order by d.decided_at desc, d.amendment_id desc limit 20
        ) d), '[]') as decided`.execute(db)
  const { open, decided } = rows[0] ?? { open: 0, decided: [] }
  return {
    open,
    knots: decided.map(one => ({
      kind: 'decision',
      at: one.at,
      title: `${t('amendment.title', { id: one.id })}${one.from ? ` (${one.from})` : ''} · ${t(`state.${one.outcome}`)}`,
      href: `/mesures/${measure}/amendements/${one.id}`,
      text: one.reason,
      by: <By name={one.author} college={one.college} />,
    })),
  }
}
