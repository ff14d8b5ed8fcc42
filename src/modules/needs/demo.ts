import { addDays } from '#kernel/clock'
import { type CastName, daysAgo, member } from '#kernel/demonstration'
import { fileProposal, type MeasureTables, publishProposal, readProposalOf } from '#modules/measures'
import type { World } from '#kernel/world'
import type { KernelTables } from '#kernel/service'
import { type InventedLine, inventedLines, inventedRounds } from './data/invented.ts'
import { events } from './events.ts'
import { addStep, groupLine } from './queries/liveLine.ts'
import { closeRound, openRound, readRound } from './queries/rounds.ts'
import { addPrecision, agree, stateLine } from './queries/stateLine.ts'
import { allServices } from './reads.ts'
import { linePath } from './rules/sitePath.ts'
import type { Here } from './schema.ts'

/** Two rounds, a dozen lines of the three colleges: some recognised, one not, one done and its effect checked, two grouped. */
export const demo = async (world: Here) => {
  const services = new Map((await allServices(world)).map(({ id, name }) => [name, id]))
  const rounds = new Map<string, string>()
  for (const invented of inventedRounds) {
    const service = services.get(invented.service)
    if (!service) continue
    const opensOn = addDays(world.today, -invented.opensDaysAgo)
    const closesOn = addDays(world.today, invented.closesIn)
    const { title, introduction } = invented
    rounds.set(service, await openRound(when(world, invented.opensDaysAgo, 'paul'), { service, title, introduction, opensOn, closesOn }))
  }
  const ids = new Map<string, string>()
  for (const line of inventedLines) {
    const service = services.get(line.service)
    if (service) await invent(world, line, service, rounds.get(service) ?? null, ids)
  }
  for (const { service, conclusion } of inventedRounds) {
    const round = conclusion && (await readRound(world, rounds.get(services.get(service) ?? '') ?? '0'))
    if (round) await closeRound(when(world, 2, 'paul'), round, conclusion)
  }
}

const invent = async (world: Here, line: InventedLine, service: string, round: string | null, ids: Map<string, string>) => {
  const stated = when(world, line.daysAgo, line.by, line.onPaper)
  const { kind, what, audience, place, change, evidence = '' } = line
  const id = await stateLine(stated, authorOf(stated), { service, round, kind, what, audience, place, change, evidence })
  ids.set(what, id)
  for (const [rank, name] of line.seenBy.entries()) {
    const then = when(world, Math.max(1, line.daysAgo - 1 - rank), name)
    await agree(then, id, authorOf(then))
  }
  for (const { by, daysAgo, text } of line.precisions ?? []) {
    const then = when(world, daysAgo, by)
    await addPrecision(then, id, authorOf(then), text)
  }
  for (const { step, by, daysAgo, reason, checked = null } of line.life ?? []) {
    const then = when(world, daysAgo, by)
    await addStep(then, { id, what }, { step, reason, on: then.today, checked })
  }
  if (line.proposes) await propose(world, id, line.what, line.proposes)
  const same = line.sameAs && ids.get(line.sameAs)
  if (same)
    await groupLine(
      when(world, Math.max(1, line.daysAgo - 3), 'claire'),
      { id, what },
      same,
      'Les deux lignes demandent une ouverture en soirée.',
    )
}

const propose = async (world: Here, line: string, what: string, proposed: NonNullable<InventedLine['proposes']>) => {
  const then = when(world, proposed.daysAgo, proposed.by) as unknown as World<MeasureTables & KernelTables> // the measures write their own tables
  const proposal = await fileProposal(then, authorOf(then), {
    title: proposed.title,
    text: proposed.text,
    reason: `Un besoin dit par les usagers : ${what}.`,
    origin: linePath(line),
  })
  const event = (at: string, content: Record<string, unknown>) => ({
    position: '0',
    at,
    event: '',
    subject: '',
    personId: then.actor.personId,
    content,
  })
  await events['measure.proposal-filed'](when(world, proposed.daysAgo, proposed.by), event(then.now, { proposal, origin: linePath(line) }))
  const read = proposed.published && (await readProposalOf(then, proposal))
  if (!proposed.published || !read) return
  const { by, daysAgo, reason } = proposed.published
  const later = when(world, daysAgo, by)
  const measure = await publishProposal(later as unknown as typeof then, read, null, reason) // the measures write their own tables
  await events['measure.proposal-published'](later, event(later.now, { proposal, measure, reason }))
}

const authorOf = ({ actor }: Pick<Here, 'actor'>) => ({ personId: actor.personId ?? '', college: actor.college ?? ('users' as const) })

/** The same world some days ago, in the hands of someone of the cast; on paper, keyed in by Claire. */
const when = (world: Here, days: number, name: CastName, onPaper = false): Here => {
  const [hour, minute] = [8 + ((days * 5) % 10), (days * 17) % 60].map(part => String(part).padStart(2, '0'))
  const then = daysAgo(world, days, member(name), `${hour}:${minute}`)
  const desk = member('claire')
  const onBehalf = onPaper ? ({ keyedBy: desk.id, keyedByName: desk.name, channel: 'paper', form: null } as const) : null
  return { ...then, actor: { ...then.actor, onBehalf } }
}
