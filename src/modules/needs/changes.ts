import { moderationOf } from '#engines/moderation'
import { plainText } from '#engines/texts'
import { sql } from '#kernel/db'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'
import { lineSubject } from './queries/stateLine.ts'
import type { StepName } from './rules/life.ts'
import { linePath } from './rules/sitePath.ts'

interface StepChange {
  readonly id: string
  readonly line: string
  readonly what: string
  readonly step: StepName
  readonly reason: string
  readonly at: string
}
interface RoundChange {
  readonly id: string
  readonly title: string
  readonly isClosing: boolean
  readonly text: string
  readonly at: string
}

/** What the town hall said of needs lately, and the rounds it opened or concluded; nothing of what moderation set apart. */
export const changes = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const { db, body, locale } = world
  const t = words(locale)
  const { rows: steps } = await sql<StepChange>`
    select s.id, s.line_id as line, l.what, s.step, s.reason, s.made_at as at from needs.step s
    join needs.line l on l.body_id = s.body_id and l.id = s.line_id
    where s.body_id = ${body.id} and s.step <> 'became' order by s.made_at desc, s.id desc limit ${limit}`.execute(db)
  const { rows: rounds } = await sql<RoundChange>`
    (select id, title, false as "isClosing", introduction as text, opened_at as at from needs.round where body_id = ${body.id} order by opened_at desc, id desc limit ${limit})
    union all
    (select id, title, true, conclusion, closed_at from needs.round where body_id = ${body.id} and closed_at is not null order by closed_at desc, id desc limit ${limit})`.execute(
    db,
  )
  const moderated = await moderationOf(
    db,
    body.id,
    steps.map(({ line }) => lineSubject(line)),
  )
  return [
    ...steps
      .filter(({ line }) => moderated.get(lineSubject(line)).state === 'visible')
      .map(({ id, line, what, step, reason, at }) => ({
        id: `need-step:${line}.${id}`,
        title: t('change.step', { what, state: t(`state.${step}`) }),
        url: linePath(line),
        at,
        text: reason,
      })),
    ...rounds.map(({ id, title, isClosing, text, at }) => ({
      id: `need-round:${id}:${isClosing ? 'closed' : 'opened'}`,
      title: t(isClosing ? 'change.concluded' : 'change.opened', { title }),
      url: `/besoins/etats/${id}`,
      at,
      text: plainText(text).slice(0, 300).toWellFormed(),
    })),
  ]
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1))
    .slice(0, limit)
}
