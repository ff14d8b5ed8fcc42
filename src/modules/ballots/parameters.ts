import { loadParameters, parameterAt } from '#kernel/parameters'

const register = loadParameters([new URL('./data/ballots.yaml', import.meta.url)])

/** What a vote here may be used for, and the level of the recommendation it keeps to, as in force that day. */
export const usesAt = (today: string) => ({
  consultative: parameterAt(register, 'ballot.political-election', today),
  level: parameterAt(register, 'ballot.online-voting-level', today),
})
