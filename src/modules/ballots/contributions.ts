import { sql } from '#kernel/db'
import { formatDateTime } from '#kernel/i18n'
import { dayInParis } from '#kernel/rules'
import type { CalendarEntry, HomeCard, Outcome, OutcomesAsked, PublicChange } from '#kernel/service'
import { type T, words } from './locales/index.ts'
import { ballotsOf } from './queries/ballots.ts'
import { unfinishedOf } from './queries/castBallot.ts'
import { publishedBallots } from './queries/results.ts'
import type { QuestionResult } from './results/content.ts'
import type { StepKind } from './rules/life.ts'
import type { Here } from './schema.ts'

/** On the home page: what is open, and the ballot that was begun and not cast. */
export const home: readonly HomeCard[] = [
  {
    order: 12,
    card: async (world: Here) => {
      const t = words(world.locale)
      const open = (await ballotsOf(world, { drafts: false }, { size: 10, start: 0 })).filter(ballot => ballot.state === 'open')
      if (open.length === 0) return null
      const { personId } = world.actor
      const [unfinished] = personId === null ? [] : await unfinishedOf(world, personId)
      return {
        title: t('home.title'),
        lead: t('home.lead'),
        items: open.slice(0, 3).map(ballot => ({
          title: ballot.title,
          url: `/votes/${ballot.id}`,
          note: t('home.note', { at: formatDateTime(ballot.closesAt, world.locale) }),
        })),
        more: { label: t('home.more'), url: '/votes' },
        expected: unfinished ? { text: t('home.unfinished', { title: unfinished.title }), url: `/votes/${unfinished.id}/voter` } : null,
      }
    },
  },
]

/** Announced, opened, closed, counted, published, cancelled. */
export const changes = async (world: Here, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const { rows } = await sql<{ id: string; ballot: string; title: string; kind: StepKind; at: string; reason: string }>`
    select s.id, s.ballot_id as ballot, b.title, s.kind, s.at, s.reason from ballots.step s
    join ballots.ballot b on b.body_id = s.body_id and b.id = s.ballot_id
    where s.body_id = ${world.body.id} and s.kind in ('announced', 'opened', 'published', 'cancelled')
      and exists (select from ballots.step a where a.body_id = s.body_id and a.ballot_id = s.ballot_id and a.kind = 'announced')
    order by s.at desc, s.id desc limit ${limit}`.execute(world.db)
  return rows.map(({ id, ballot, title, kind, at, reason }) => ({
    id: `ballot-step:${id}`,
    title: t(`change.${kind}`, { title }),
    url: kind === 'published' ? `/votes/${ballot}/resultats` : `/votes/${ballot}`,
    at,
    ...(reason ? { text: reason } : {}),
  }))
}

/** The instant of each close. */
export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  const { rows } = await sql<{ id: string; title: string; closesAt: string }>`
    select id, title, closes_at as "closesAt" from ballots.ballot
    where body_id = ${world.body.id} and state not in ('draft', 'cancelled') and closes_at >= ${from}::timestamptz and closes_at < ${to}::timestamptz + interval '1 day'
    order by closes_at, id limit 100`.execute(world.db)
  return rows.map(({ id, title, closesAt }) => ({
    id: `ballot-${id}`,
    title: t('calendar.closes', { title }),
    startsAt: closesAt,
    endsAt: closesAt,
    url: `/votes/${id}`,
  }))
}

/** From the vote to what came in front; what was done about it is told by the commitments that cite it. */
export const outcomes = async (world: Here, asked: OutcomesAsked): Promise<readonly Outcome[]> => {
  if (asked.service !== null && asked.measure === null) return []
  const t = words(world.locale)
  return (await publishedBallots(world, asked.measure, asked.limit)).map(({ id, title, measure, content, publishedAt, closesAt }) => ({
    id: `ballot:${id}`,
    title,
    service: null,
    measure,
    said: {
      text: t('outcome.said', { n: content.electronic + content.paper, title }),
      url: `/votes/${id}`,
      on: dayInParis(closesAt),
    },
    decided: {
      text: content.questions.map(question => resultSaid(t, question)).join(' ; '),
      url: `/votes/${id}/resultats`,
      on: dayInParis(publishedAt),
    },
    done: null,
    measured: null,
    at: publishedAt,
  }))
}

const resultSaid = (t: T, question: QuestionResult) => {
  const labels = question.options.filter(option => question.winners.includes(option.number)).map(option => option.label)
  const winners = labels.length > 1 ? t('outcome.tied', { winners: labels.join(', ') }) : (labels[0] ?? '–')
  return t('outcome.result', { question: question.title, winners })
}

/** The votes about a measure. */
export const relatedBallots = async (world: Here, subject: string) => {
  const [, measure] = /^measure:(\d{1,18})$/.exec(subject) ?? []
  if (!measure) return []
  const t = words(world.locale)
  return (await ballotsOf(world, { drafts: false, measure }, { size: 20, start: 0 })).map(ballot => ({
    title: ballot.title,
    url: ballot.state === 'published' ? `/votes/${ballot.id}/resultats` : `/votes/${ballot.id}`,
    note: t(`state.${ballot.state}`),
  }))
}
