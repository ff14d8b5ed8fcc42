import { z } from 'zod'
import { dayInParis } from '#kernel/clock'
import type { JournalEvent } from '#kernel/journal'
import { addStep, holdLine } from './queries/liveLine.ts'
import { readLine } from './queries/readLine.ts'
import { canStep } from './rules/life.ts'
import { lineOfPath } from './rules/sitePath.ts'
import type { Here, OffspringOutcome } from './schema.ts'

const FiledAmendment = z.object({ amendment: z.string(), measure: z.string(), origin: z.string().optional() })
const FiledProposal = z.object({ proposal: z.string(), origin: z.string().optional() })
const DecidedAmendment = z.object({ amendment: z.string(), reason: z.string().default('') })
const DecidedProposal = z.object({ proposal: z.string(), measure: z.string().nullish(), reason: z.string().default('') })

/** A line gave birth to an amendment or to a measure proposed: both remember each other. */
const born = async (world: Here, event: JournalEvent, origin: string | undefined, child: Child) => {
  const id = lineOfPath(origin ?? '')
  if (id === null) return
  await holdLine(world, id)
  const line = await readLine(world, id, null)
  if (!line) return
  const made = await world.db
    .insertInto('needs.offspring')
    .values({
      body_id: world.body.id,
      line_id: id,
      kind: child.kind,
      number: child.number,
      measure_id: child.measure,
      born_at: event.at,
      outcome: null,
      outcome_reason: null,
      outcome_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  const day = dayInParis(event.at)
  const rule = { state: line.state, isGrouped: line.into !== null, isAgent: false, isAuthor: false, today: world.today }
  if (!canStep({ ...rule, step: 'became', happenedOn: day, statedOn: dayInParis(line.at) }).ok) return
  const author = { ...world.actor, personId: event.personId, college: null }
  await addStep({ ...world, now: event.at, actor: author }, line, { step: 'became', reason: '', on: day, checked: null })
}
interface Child {
  readonly kind: 'amendment' | 'proposal'
  readonly number: string
  readonly measure: string | null
}

/** What was decided of it is said on the line too. */
const decided = (world: Here, event: JournalEvent, kind: Child['kind'], number: string, what: Decided) =>
  world.db
    .updateTable('needs.offspring')
    .set({
      outcome: what.outcome,
      outcome_reason: what.reason,
      outcome_at: event.at,
      ...(what.measure ? { measure_id: what.measure } : {}),
    })
    .where('body_id', '=', world.body.id)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .execute()
interface Decided {
  readonly outcome: OffspringOutcome
  readonly reason: string
  readonly measure?: string | null | undefined
}

const amendmentDecided = (outcome: OffspringOutcome) => async (world: Here, event: JournalEvent) => {
  if (!event.content) return
  const { amendment, reason } = DecidedAmendment.parse(event.content)
  await decided(world, event, 'amendment', amendment, { outcome, reason })
}
const proposalDecided = (outcome: OffspringOutcome) => async (world: Here, event: JournalEvent) => {
  if (!event.content) return
  const { proposal, reason, measure } = DecidedProposal.parse(event.content)
  await decided(world, event, 'proposal', proposal, { outcome, reason, measure })
}

/** What happens in the measures to those that were born of a line. */
export const events = {
  'amendment.filed': async (world: Here, event: JournalEvent) => {
    if (!event.content) return
    const { amendment, measure, origin } = FiledAmendment.parse(event.content)
    await born(world, event, origin, { kind: 'amendment', number: amendment, measure })
  },
  'measure.proposal-filed': async (world: Here, event: JournalEvent) => {
    if (!event.content) return
    const { proposal, origin } = FiledProposal.parse(event.content)
    await born(world, event, origin, { kind: 'proposal', number: proposal, measure: null })
  },
  'amendment.accepted': amendmentDecided('accepted'),
  'amendment.merged': amendmentDecided('merged'),
  'amendment.refused': amendmentDecided('refused'),
  'amendment.withdrawn': amendmentDecided('withdrawn'),
  'measure.proposal-published': proposalDecided('published'),
  'measure.proposal-refused': proposalDecided('refused'),
  'measure.proposal-withdrawn': proposalDecided('withdrawn'),
} as const
