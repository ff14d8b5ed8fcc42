import type { OwnBallot } from '../queries/ballots.ts'

/** Codes of the invented districts, and how many voted in each. */
const districts = [
  ['bourg', 232],
  ['lavoir', 66],
  ['plateau', 84],
  ['les-hameaux', 34],
] as const
const ages = ['15-29', '30-44', '45-59', '60-74', '75+'] as const

/** Believable ballots: each district chooses with its own heart. The same every time. */
export const inventBallots = (projects: readonly { readonly id: string; readonly liked: readonly number[] }[]): readonly OwnBallot[] => {
  const draw = numbersFrom(20_251_126)
  return districts.flatMap(([district, people], at) =>
    Array.from({ length: people }, (): OwnBallot => {
      const chosen = projects.filter(({ liked }) => draw() < (liked[at] ?? 0))
      const most = chosen.length > 0 ? chosen : projects.slice(0, 1)
      const says = draw()
      return {
        choices: Object.fromEntries(most.map(({ id }) => [id, 1])),
        district: says < 0.9 ? district : null,
        age: says < 0.85 ? (ages[Math.floor(draw() * ages.length)] ?? null) : null,
      }
    }),
  )
}

const numbersFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
