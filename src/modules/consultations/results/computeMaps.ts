import { adjustedRand, gatherVotes, type OpinionInput, type OpinionMap, type StatementNote } from '#engines/opinionMap'
import type { AnyWorld } from '#kernel/world'
import { type Arrival, arrivalsOf, countedVotes, notedStatements } from '../queries/votes.ts'
import { computeMap } from './computeMap.ts'
import { fastestBlock, windowHours } from '../rules/arrivals.ts'
import { consultationSettingsOf } from '../settings.ts'
import type { ConsultationId } from '../schema.ts'
import type { MapContent, Provenance, ReadingContent } from './content.ts'
import { readingOf } from './readingOf.ts'

export interface Maps {
  readonly content: MapContent
  readonly priorities: Readonly<Record<string, number>>
}

/** Both readings of the votes as they stand, and where these come from; computed from cold, in a thread of its own. */
export const computeMaps = async (world: AnyWorld, consultation: ConsultationId): Promise<Maps> => {
  const { db, body } = world
  const noted = await notedStatements(db, body.id, consultation)
  const arrivals = await arrivalsOf(db, body.id, consultation)
  const block = blockOf(arrivals)
  const [everyone, verified, without] = [gatherVotes(), gatherVotes(), gatherVotes()]
  for await (const { participant, statement, vote, at, isVerified } of countedVotes(db, body.id, consultation)) {
    const order = Date.parse(at)
    everyone.add(participant, String(statement), vote, order)
    if (isVerified) verified.add(participant, String(statement), vote, order)
    if (!block?.members.has(participant)) without.add(participant, String(statement), vote, order)
  }
  const notes: StatementNote[] = noted.map(({ number, state }) => ({ id: String(number), moderated: state === 'visible' ? 1 : -1 }))
  const mapOf = (votes: OpinionInput['votes']) => computeMap({ votes, statements: notes })
  const whole = await mapOf(everyone.table())
  const residents = await mapOf(verified.table())
  const texts = new Map(noted.filter(one => one.state === 'visible').map(one => [one.number, one.text]))
  const limits = await consultationSettingsOf(world)
  const reading = readingOf(whole, texts, limits)
  return {
    content: {
      computedAt: world.now,
      everyone: reading,
      verified: readingOf(residents, texts, limits, reading.participants),
      provenance: {
        ...provenanceOf(arrivals),
        block: block && reading.isEnough ? weighBlock(block, arrivals, whole, reading, await mapOf(without.table()), texts, limits) : null,
      },
    },
    priorities: Object.fromEntries(whole.priorities.map(({ statement, priority }) => [statement, priority])),
  }
}

const blockOf = (arrivals: readonly Arrival[]) => {
  const block = fastestBlock(countByHour(arrivals))
  if (!block) return null
  const end = new Date(Date.parse(block.from) + windowHours * 3_600_000).toISOString()
  return { ...block, members: new Set(arrivals.filter(one => one.hour >= block.from && one.hour < end).map(one => one.participant)) }
}

const weighBlock = (
  block: NonNullable<ReturnType<typeof blockOf>>,
  arrivals: readonly Arrival[],
  whole: OpinionMap,
  reading: ReadingContent,
  without: OpinionMap,
  texts: ReadonlyMap<number, string>,
  limits: { leastParticipants: number; leastGroup: number },
): NonNullable<Provenance['block']> => {
  const after = readingOf(without, texts, limits)
  const shared = (of: ReadingContent) => new Set(of.statements.filter(one => one.shared).map(one => one.number))
  const [then, now] = [shared(reading), shared(after)]
  const { from, to, newcomers, hours, members } = block
  return {
    from,
    to,
    newcomers,
    hours,
    verified: arrivals.filter(one => members.has(one.participant) && one.isVerified).length,
    agreement: likeness(whole, without),
    groupsBefore: whole.groups.length,
    groupsAfter: without.groups.length,
    lost: after.isEnough ? [...then].filter(one => !now.has(one)) : [...then],
    gained: [...now].filter(one => !then.has(one)),
  }
}

/** How alike two groupings are, over those who are in both. */
const likeness = (one: OpinionMap, other: OpinionMap): number | null => {
  const groups = new Map(one.participants.map(({ id, group }) => [id, group]))
  const inBoth = other.participants.filter(({ id }) => groups.has(id))
  if (inBoth.length === 0) return null
  return adjustedRand(
    inBoth.map(({ id }) => groups.get(id) ?? 0),
    inBoth.map(({ group }) => group),
  )
}

const countByHour = (arrivals: readonly Arrival[]) => {
  const hours = new Map<string, { newcomers: number; verified: number }>()
  for (const { hour, isVerified } of arrivals) {
    const before = hours.get(hour) ?? { newcomers: 0, verified: 0 }
    hours.set(hour, { newcomers: before.newcomers + 1, verified: before.verified + (isVerified ? 1 : 0) })
  }
  return [...hours].map(([hour, counts]) => ({ hour, ...counts })).toSorted((a, b) => (a.hour < b.hour ? -1 : 1))
}

const provenanceOf = (arrivals: readonly Arrival[]): Omit<Provenance, 'block'> => {
  const byChannel: Record<string, number> = {}
  for (const { channel } of arrivals) byChannel[channel] = (byChannel[channel] ?? 0) + 1
  return { byHour: countByHour(arrivals), byChannel }
}
