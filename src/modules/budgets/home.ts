import { moderationOf } from '#engines/moderation'
import { sql } from '#kernel/db'
import type { HomeCard, SearchSource } from '#kernel/service'
import type { AnyWorld, CalendarEntry, Related } from '#kernel/world'
import { markOf } from '#modules/roll'
import { words } from './locales/index.ts'
import { phaseNote } from './pages/parts.tsx'
import { mayVote, voteAct } from './participation.ts'
import { readDraft } from './queries/ballots.ts'
import { type Budget, readBudgets } from './queries/budgets.ts'
import { countIdeas, findIdeas } from './queries/ideas.ts'
import { budgetPath, ideaPath, ideaSubject } from './rules/sitePath.ts'

/** The budgets that run; above all, a ballot that is not cast. */
export const home: readonly HomeCard[] = [
  {
    order: 20,
    card: async (world: AnyWorld) => {
      const t = words(world.locale)
      const running = (await readBudgets(world)).filter(({ phase, archive }) => archive === null && phase !== 'follow-up')
      if (running.length === 0) return null
      return {
        title: t('home.title'),
        items: running.slice(0, 3).map(budget => ({
          title: budget.title,
          url: budgetPath(budget.id),
          note: `${t(`phase.${budget.phase}`)}. ${phaseNote({ t, locale: world.locale, budget })}`,
        })),
        more: { label: t('home.more'), url: '/budgets' },
        expected: await expectedOf(world, running),
      }
    },
  },
]

const expectedOf = async (world: AnyWorld, running: readonly Budget[]) => {
  const t = words(world.locale)
  const { personId } = world.actor
  if (personId === null) return null
  for (const budget of running.filter(({ phase }) => phase === 'vote')) {
    if (!(await mayVote(world, budget)).ok || (await markOf(world, { act: voteAct(budget.id), personId }))) continue
    const draft = await readDraft(world, budget.id, personId)
    return { text: t(draft ? 'home.notCast' : 'home.notVoted', { title: budget.title }), url: `${budgetPath(budget.id)}/vote` }
  }
  if (!world.actor.roles.has('agent')) return null
  for (const budget of running.filter(({ phase }) => phase === 'study')) {
    const n = await countIdeas(world, { budget: budget.id, state: 'idea' })
    if (n > 0) return { text: t('home.toStudy', { n, title: budget.title }), url: `${budgetPath(budget.id)}/conduite` }
  }
  return null
}

/** The last day of ideas and that of the vote. */
export const calendar = async (world: AnyWorld, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  return (await readBudgets(world))
    .filter(({ archive }) => archive === null)
    .flatMap(({ id, title, rules }) =>
      (
        [
          ['ideas', rules.ideasUntil],
          ['vote', rules.voteUntil],
        ] as const
      ).map(([what, day]) => ({
        id: `budget:${id}:${what}`,
        title: t(`calendar.${what}`, { title }),
        startsAt: day,
        endsAt: `${day}T20:00:00.000Z`,
        url: budgetPath(id),
      })),
    )
    .filter(({ startsAt }) => startsAt >= from && startsAt <= to)
}

export const search: readonly SearchSource[] = [
  {
    id: 'budgets',
    label: { fr: 'Idées des budgets participatifs', en: 'Ideas of participatory budgets' },
    find: async (world, asked, limit) =>
      (await findIdeas(world, asked, limit)).map(({ id, title, text, rank }) => ({
        title,
        url: ideaPath(id),
        excerpt: text.slice(0, 200).toWellFormed(),
        rank,
      })),
  },
]

/** A measure leads back to the idea it was born of. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Budget participatif', en: 'Participatory budget' },
    find: async (world: AnyWorld, subject) => {
      const [kind, id] = subject.split(':')
      if (kind !== 'measure' || !id || !/^\d{1,18}$/.test(id)) return []
      const { rows } = await sql<{ id: string; title: string }>`select i.id, i.title from budgets.measure m
        join budgets.idea i on i.body_id = m.body_id and i.id = m.idea_id where m.body_id = ${world.body.id} and m.measure_id = ${id}`.execute(
        world.db,
      )
      const moderated = await moderationOf(
        world.db,
        world.body.id,
        rows.map(row => ideaSubject(row.id)),
      )
      return rows
        .filter(row => moderated.get(ideaSubject(row.id)).state === 'visible')
        .map(row => ({ title: row.title, url: ideaPath(row.id), note: words(world.locale)('related.idea') }))
    },
  },
]
