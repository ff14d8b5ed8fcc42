import { isListedFor, type Moderated, moderationOf } from '#engines/moderation'
import type { AnyWorld } from '#kernel/world'
import { debateOrder, type Weighed } from '../rules/debateOrder.ts'
import { firstReplies, readArguments, type ReadArgument } from './readArguments.ts'
import { weighedArguments } from './weighedArguments.ts'

export const views = ['arguments', 'for', 'against', 'questions'] as const
export type View = (typeof views)[number]

/** An argument with how moderation left it, its place in the order and its first replies. */
export interface ShownArgument extends ReadArgument {
  readonly moderated: Moderated
  readonly weighed: Weighed
  readonly firstReplies: readonly ShownReply[]
}
export interface ShownReply extends ReadArgument {
  readonly moderated: Moderated
}
/** One page of a debate for one reader. */
export interface DebateView {
  readonly arguments: readonly ShownArgument[]
  readonly counts: Readonly<Record<View, number>>
  readonly pages: number
}

const belongs: Readonly<Record<View, (one: Weighed) => boolean>> = {
  arguments: one => one.stance !== 'question',
  for: one => one.stance === 'for',
  against: one => one.stance === 'against',
  questions: one => one.stance === 'question',
}

/** Reads one page of a debate, in its fair order of the day or from the latest. What was hidden or withdrawn comes last, in its place. */
export const debateView = async (
  world: AnyWorld,
  subject: string,
  asked: { view: View; latestFirst: boolean; page: { number: number; size: number; start: number }; replies: number },
): Promise<DebateView> => {
  const { db } = world
  const all = await weighedArguments(db, world.body.id, subject)
  const moderated = await moderationOf(db, world.body.id, all.map(keyOf))
  const listed = all.filter(one => isListedFor(moderated.get(keyOf(one)), world.actor))
  const wanted = listed.filter(belongs[asked.view])
  const isApart = (one: (typeof all)[number]) => one.isWithdrawn || moderated.get(keyOf(one)).state === 'hidden'
  const present = wanted.filter(one => !isApart(one))
  const ordered = [...(asked.latestFirst ? present.toReversed() : debateOrder(present, world.today)), ...wanted.filter(isApart)]
  const shown = ordered.slice(asked.page.start, asked.page.start + asked.page.size)
  return {
    arguments: await withReplies(world, shown, moderated, asked.replies),
    counts: {
      arguments: listed.filter(belongs.arguments).length,
      for: listed.filter(belongs.for).length,
      against: listed.filter(belongs.against).length,
      questions: listed.filter(belongs.questions).length,
    },
    pages: Math.max(1, Math.ceil(wanted.length / asked.page.size)),
  }
}

const keyOf = (one: { id: string }) => `argument:${one.id}`

const withReplies = async (world: AnyWorld, shown: readonly Weighed[], moderated: { get(subject: string): Moderated }, each: number) => {
  const { db } = world
  const read = await readArguments(
    db,
    world.body.id,
    shown.map(one => one.id),
    world.actor.personId,
  )
  const replies =
    each === 0
      ? []
      : await shownReplies(
          world,
          await firstReplies(
            db,
            world.body.id,
            shown.map(one => one.id),
            each,
          ),
        )
  const byParent = Map.groupBy(replies, reply => reply.parentId)
  const weights = new Map(shown.map(one => [one.id, one]))
  return read.flatMap(argument => {
    const weighed = weights.get(argument.id)
    return weighed
      ? [{ ...argument, weighed, moderated: moderated.get(keyOf(argument)), firstReplies: byParent.get(argument.id) ?? [] }]
      : []
  })
}

/** These replies as this reader may see them; those that wait for an agent are left out for others. */
export const shownReplies = async (world: AnyWorld, ids: readonly string[]): Promise<readonly ShownReply[]> => {
  const read = await readArguments(world.db, world.body.id, ids, world.actor.personId)
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    ids.map(id => `argument:${id}`),
  )
  return read
    .map(reply => ({ ...reply, moderated: moderated.get(keyOf(reply)) }))
    .filter(reply => isListedFor(reply.moderated, world.actor))
}

/** One argument or reply of this debate, as this reader may see it; null when there is none. */
export const shownArgument = async (world: AnyWorld, subject: string, id: string): Promise<ShownReply | null> => {
  const [argument] = await shownReplies(world, [id])
  return argument?.subject === subject ? argument : null
}

/** What a subject's own page says of its debate: how many spoke, and the first arguments of the fair order. */
export const debateSummary = async (world: AnyWorld, subject: string, take = 4): Promise<DebateView> =>
  debateView(world, subject, { view: 'arguments', latestFirst: false, page: { number: 1, size: take, start: 0 }, replies: 0 })
