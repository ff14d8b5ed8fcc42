import { type OpinionInput, type OpinionMap, opinionMap, opinionMapInWorker } from '#engines/opinionMap'

// Under this many votes, drawing the map takes less time than starting a thread to draw it.
const few = 20_000

/** The map of these votes, from cold; many votes are counted in a thread of their own, so that no page waits. */
export const computeMap = async (input: OpinionInput): Promise<OpinionMap> =>
  input.votes.votes.length < few ? opinionMap(input) : opinionMapInWorker(input)
