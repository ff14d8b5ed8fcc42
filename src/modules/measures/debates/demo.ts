import { editArgument, fileArgument, fileReply, markAnswered, supportArgument } from '#engines/debate'
import { interested } from '#engines/following'
import { decide, fileAppeal, report } from '#engines/moderation'
import { addDays } from '#kernel/clock'
import { type CastName, member } from '#kernel/demonstration'
import { actorFrom } from '#kernel/people'
import { sql } from '#kernel/db'
import type { AnyWorld } from '#kernel/world'
import { measureDebateUrl } from './debates.ts'
import { type Invented, inventedDebates, inventedQuarrel, inventedReport } from './invented.ts'

/** A few weeks of invented debate on several measures: a post that waits, one that was hidden and is contested, one that was reported. */
export const inventDebates = async (world: AnyWorld) => {
  const people = await readers(world)
  for (const [number, arguments_] of Object.entries(inventedDebates)) {
    const place = await placeOf(world, number)
    if (!place) continue
    for (const [rank, argument] of arguments_.toSorted((a, b) => b.daysAgo - a.daysAgo).entries()) {
      const id = await invent(world, place, argument)
      if (number === inventedReport.number && argument.by === inventedReport.author) {
        await report(
          when(world, inventedReport.daysAgo, inventedReport.by),
          `argument:${id}`,
          member(inventedReport.by).id,
          inventedReport.reason,
        )
      }
      await mark(world, place, id, argument, rank, people)
    }
  }
  await inventQuarrel(world)
}

const invent = async (world: AnyWorld, place: Place, argument: Invented): Promise<string> => {
  const { by, daysAgo, stance, text, sources = [], before } = argument
  const personId = member(by).id
  const { id } = await fileArgument(when(world, daysAgo, by), place, { stance, text: before ?? text, sources, personId })
  await interested(world, `argument:${id}`, personId, 'author')
  if (before) await editArgument(when(world, daysAgo - 1, by), place, { id, text, sources, personId, url: `${place.url}/${id}` })
  for (const reply of argument.replies ?? []) {
    await fileReply(when(world, reply.daysAgo, reply.by), place, {
      text: reply.text,
      parentId: id,
      parentAuthor: personId,
      personId: member(reply.by).id,
    })
  }
  if (argument.answeredAt) await markAnswered(when(world, daysAgo - 5, 'claire'), place, id, argument.answeredAt)
  return id
}

// Who marks what follows from their place in the list alone, so that the demonstration is the same every time.
const mark = async (
  world: AnyWorld,
  place: Place,
  id: string,
  { by, daysAgo, marks }: Invented,
  rank: number,
  people: readonly Reader[],
) => {
  if (!marks) return
  const [supporters, others, quality] = marks
  for (const [index, person] of people.entries()) {
    const supports = person.supports.includes(place.measure)
    if (person.id === member(by).id || (index * 7 + rank * 3) % 10 >= (supports ? supporters : others) || index % 3 === rank % 3) continue
    const daysLater = Math.min(daysAgo, index % 9)
    await supportArgument(asReader(world, daysAgo - daysLater, person), {
      subject: place.subject,
      argument: id,
      personId: person.id,
      quality,
      side: supports ? 'supporter' : 'other',
    })
  }
}

const inventQuarrel = async (world: AnyWorld) => {
  const { number, by, daysAgo, text, reason, appeal } = inventedQuarrel
  const place = await placeOf(world, number)
  if (!place) return
  const personId = member(by).id
  const { id } = await fileArgument(when(world, daysAgo, by), place, { stance: 'against', text, sources: [], personId })
  await interested(world, `argument:${id}`, personId, 'author')
  await decide(when(world, daysAgo - 1, 'claire'), `argument:${id}`, { act: 'hidden', ruleNumber: 1, reason })
  await fileAppeal(when(world, daysAgo - 2, by), `argument:${id}`, personId, appeal)
}

interface Place {
  readonly measure: string
  readonly subject: string
  readonly title: string
  readonly url: string
}
const placeOf = async (world: AnyWorld, number: string): Promise<Place | null> => {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from measures.measure where body_id = ${world.body.id} and number = ${number} order by id limit 1`.execute(world.db)
  return rows[0] ? { measure: rows[0].id, subject: `measure:${rows[0].id}`, title: rows[0].title, url: measureDebateUrl(rows[0].id) } : null
}

interface Reader {
  readonly id: string
  readonly name: string
  readonly supports: readonly string[]
}
const readers = async (world: AnyWorld): Promise<readonly Reader[]> => {
  const { rows } = await sql<Reader>`
    select p.id, p.name, array(select s.measure_id::text from measures.support s where s.body_id = ${world.body.id} and s.person_id = p.id) as supports
    from kernel.presence k join kernel.person p on p.id = k.person_id
    where k.body_id = ${world.body.id} and p.invented order by p.name, p.id limit 60`.execute(world.db)
  return rows
}

/** The same world some days ago, in the hands of someone of the cast. */
const when = (world: AnyWorld, daysAgo: number, who: CastName): AnyWorld => {
  const { id, name, role, verified } = member(who)
  return past(
    world,
    daysAgo,
    actorFrom({ personId: id, name, roles: [...(role ? [role] : []), ...(verified ? ['verified'] : [])], services: [] }),
  )
}
const asReader = (world: AnyWorld, daysAgo: number, { id, name }: Reader) =>
  past(world, daysAgo, actorFrom({ personId: id, name, roles: [], services: [] }))

const past = (world: AnyWorld, daysAgo: number, actor: AnyWorld['actor']): AnyWorld => {
  const today = addDays(world.today, -daysAgo)
  return {
    ...world,
    actor,
    today,
    now: `${today}T${String(8 + ((daysAgo * 5) % 11)).padStart(2, '0')}:${String((daysAgo * 17) % 60).padStart(2, '0')}:00.000Z`,
  }
}
