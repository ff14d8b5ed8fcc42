import { type OpinionInput, type OpinionMap, opinionMap } from '#engines/opinionMap'

/** The map of these votes, from cold. */
export const computeMap = async (input: OpinionInput): Promise<OpinionMap> => opinionMap(input)
