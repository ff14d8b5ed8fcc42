import { registerContent } from '#engines/moderation'
import { addDays } from '#kernel/clock'
import { type CastName, daysAgo, member } from '#kernel/demonstration'
import { rulesInForce } from '#modules/roll'
import { closeBudget } from './count/closeBudget.ts'
import { winnersOf } from './count/content.ts'
import { finishedIdeas, gatheredIdeas, type InventedIdea, inventedLines, inventedPlaces, votedIdeas } from './data/invented.ts'
import { inventBallots } from './data/inventBallots.ts'
import { addBallots, saveDraft } from './queries/ballots.ts'
import { addBudget, publishBudget, readBudget, readSectors } from './queries/budgets.ts'
import { readCount } from './queries/counts.ts'
import { addIdea, readIdea } from './queries/ideas.ts'
import { makeMeasure } from './queries/measures.ts'
import { addLine, addPlace } from './queries/places.ts'
import { addMessage, addStudy } from './queries/studies.ts'
import type { BudgetRules } from './rules/terms.ts'
import type { Here } from './schema.ts'
import { ideaPath, ideaSubject, messageSubject } from './rules/sitePath.ts'

const sectors = ['Bourg', 'Lavoir', 'Plateau', 'Les Hameaux', 'Toute la commune']

/** One budget with its results, one that collects ideas, one whose vote is open; on the map of the invented town. */
export const demo = async (world: Here) => {
  if (world.body.slug !== 'val-sur-yvette') return
  const claire = when(world, 420, 'claire')
  for (const [name, latitude, longitude] of inventedPlaces) await addPlace(claire, { name, latitude, longitude })
  for (const line of inventedLines) await addLine(claire, line)
  const rule = (await rulesInForce(world)).at(-1)?.id ?? null
  await finished(world, rule)
  await gathering(world, rule)
  await voting(world, rule)
}

const finished = async (world: Here, rule: string | null) => {
  const id = await open(world, 410, {
    title: 'Budget participatif 2025',
    summary: 'Soixante mille euros pour des projets des habitants : 416 personnes ont voté, et le décompte peut être refait par chacun.',
    sectors,
    rules: {
      ...rulesFrom(world, [-400, -350, -300, -290, -262]),
      envelopeCents: 6_000_000,
      ceilingCents: 3_000_000,
      proposeRule: null,
      voteRule: rule,
    },
  })
  const ids = await invent(world, id, finishedIdeas)
  const projects = finishedIdeas.flatMap(({ liked }, at) => (liked ? [{ id: ids[at] ?? '0', liked }] : []))
  const ballots = inventBallots(projects)
  await addBallots(world, id, 'paper', ballots.slice(0, 37))
  await addBallots(world, id, 'screen', ballots.slice(37))
  await closeBudget(when(world, 260, 'claire'), id)
  const count = await readCount(world, id)
  const winners = count ? winnersOf(count.content) : []
  for (const winner of winners.slice(0, 3)) {
    const idea = await readIdea(world, winner)
    if (idea) await makeMeasure(when(world, 240, 'claire'), idea, 'Projet financé par le budget participatif « Budget participatif 2025 ».')
  }
}

const gathering = async (world: Here, rule: string | null) => {
  const id = await open(world, 24, {
    title: 'Budget participatif 2027',
    summary:
      'Quatre-vingt mille euros. Dites ce qu’il faudrait faire et où : les agents étudient chaque idée et répondent avec leurs raisons.',
    sectors,
    rules: {
      ...rulesFrom(world, [-18, 24, 70, 80, 108]),
      envelopeCents: 8_000_000,
      ceilingCents: 4_000_000,
      proposeRule: null,
      voteRule: rule,
    },
  })
  await invent(world, id, gatheredIdeas)
}

const voting = async (world: Here, rule: string | null) => {
  const id = await open(world, 82, {
    title: 'Budget des enfants et des jeunes',
    summary: 'Douze mille euros choisis par tous les âges, pour des projets imaginés par le conseil des jeunes.',
    sectors: [],
    rules: {
      ...rulesFrom(world, [-75, -60, -20, -9, 12]),
      envelopeCents: 1_200_000,
      ceilingCents: null,
      proposeRule: null,
      voteRule: rule,
      voteKind: 'knapsack',
    },
  })
  const ids = await invent(world, id, votedIdeas)
  // Two ballots begun and not cast: what elsewhere is lost without a word is said here on the home page.
  for (const name of ['amina', 'sophie'] as const) await saveDraft(world, id, member(name).id, { [ids[1] ?? '0']: 1 })
}

type Opened = Parameters<typeof addBudget>[1] & { readonly rules: Omit<BudgetRules, 'version'> }

const open = async (world: Here, days: number, { rules, ...made }: Opened): Promise<string> => {
  const claire = when(world, days, 'claire')
  const id = await addBudget(claire, made, rules)
  const budget = await readBudget(claire, id)
  if (budget) await publishBudget(claire, budget)
  return id
}

/** Days of the five dates, from today. */
const rulesFrom = ({ today }: Here, days: readonly [number, number, number, number, number]) => {
  const [ideasFrom, ideasUntil, studyUntil, voteFrom, voteUntil] = days.map(one => addDays(today, one)) as [
    string,
    string,
    string,
    string,
    string,
  ] // five days in, five out
  return {
    ideasFrom,
    ideasUntil,
    studyUntil,
    voteFrom,
    voteUntil,
    voteKind: 'approval',
    mostChoices: null,
    points: null,
    method: 'equal-shares',
  } as const
}

const invent = async (world: Here, budget: string, ideas: readonly InventedIdea[]): Promise<readonly string[]> => {
  const known = new Map((await readSectors(world, budget)).map(({ id, name }) => [name, id]))
  const ids: string[] = []
  for (const { title, text, sector, place, at, by, daysAgo: days, study, messages = [] } of ideas) {
    const author = when(world, days, by)
    const [latitude, longitude] = at ?? [null, null]
    const words = { title, text, sector: known.get(sector) ?? null, place, latitude, longitude }
    const id = await addIdea(author, budget, { personId: member(by).id, college: author.actor.college ?? 'users' }, words)
    await registerContent(author, { subject: ideaSubject(id), authorId: member(by).id, text: `${title}\n\n${text}`, url: ideaPath(id) })
    ids.push(id)
    const idea = await readIdea(world, id)
    if (!idea) continue
    for (const message of messages) {
      const writer = when(world, message.daysAgo, message.by)
      const written = await addMessage(
        writer,
        idea,
        { personId: member(message.by).id, college: writer.actor.college ?? 'users' },
        message.text,
      )
      await registerContent(writer, {
        subject: messageSubject(written),
        authorId: member(message.by).id,
        text: message.text,
        url: ideaPath(id),
      })
    }
    if (study)
      await addStudy(when(world, study.daysAgo, 'marc'), idea, {
        outcome: study.outcome,
        reason: study.reason,
        saidAs: study.saidAs,
        lines: (study.lines ?? []).map(([label, euros]) => ({ label, cents: euros * 100 })),
      })
  }
  return ids
}

const when = (world: Here, days: number, name: CastName): Here =>
  daysAgo(world, days, member(name), `${String(9 + (days % 9)).padStart(2, '0')}:${String((days * 7) % 60).padStart(2, '0')}`)
