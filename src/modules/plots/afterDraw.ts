import type { JournalEvent } from '#kernel/journal'
import { offerDrawn } from './acts/rounds.ts'
import { roundsOf } from './queries/rounds.ts'
import type { Here } from './schema.ts'
import { owner } from './who.ts'

/** The seed was entered, here or on the page of the engine: what was drawn is offered. */
export const afterDraw = async (world: Here, event: JournalEvent): Promise<void> => {
  if (event.content?.owner !== owner) return
  const allocation = event.subject.split(':')[1]
  const round = (await roundsOf(world)).find(one => one.allocation?.id === allocation)
  if (round) await offerDrawn(world, round.id)
}
