import { type Options, placeOf, placesOf, type Rank, ranksOf } from './options.ts'

/** What one option received. */
export interface Judged {
  readonly option: string
  /** How many voters gave each grade, from the worst to the best. */
  readonly distribution: readonly number[]
  /** The majority grade, as a place in the scale (0 is the worst). Of an even number of grades, the lower of the two in the middle. */
  readonly median: number
  /** How many grades are above and below the majority grade. */
  readonly above: number
  readonly below: number
}

/** How an option was told from the one ranked just after it. */
export interface Separation {
  readonly better: string
  readonly than: string
  /** How many majority grades were taken away from each before they differed; 0: the majority grades themselves differ. */
  readonly removed: number
  /** The grades that then differed. */
  readonly grades: readonly [better: number, than: number]
}

export interface MajorityJudgment {
  readonly judged: readonly Judged[]
  readonly ranking: readonly Rank[]
  readonly separations: readonly Separation[]
  readonly ballots: number
}

/**
 * Majority judgment (Balinski and Laraki). Each ballot gives each option a grade, from 0, the worst, to `grades` − 1; an option
 * that a ballot does not grade receives the worst one, so that every option is judged by as many voters. The best majority
 * grade wins; between equal ones, a majority grade is taken away from each, as often as needed, until those that then appear
 * differ. Options with the same distribution cannot be told apart: they share their place, and it is said.
 * @throws TypeError for a grade that is not in the scale, or an option that is not voted on
 */
export const majorityJudgment = (
  options: Options,
  grades: number,
  ballots: readonly Readonly<Record<string, number>>[],
): MajorityJudgment => {
  const places = placesOf(options)
  const counts = options.map(() => new Array<number>(grades).fill(0))
  for (const ballot of ballots) {
    for (const [option, grade] of Object.entries(ballot)) {
      if (!Number.isInteger(grade) || grade < 0 || grade >= grades) throw new TypeError(`${grade} is not a grade.`)
      counts[placeOf(places, option)]![grade]!++
    }
    for (const [place, option] of options.entries()) if (!Object.hasOwn(ballot, option)) counts[place]![0]!++
  }
  const judged = options.map((option, place) => judgedOf(option, counts[place]!))
  const groups: Judged[][] = []
  const separations: Separation[] = []
  for (const one of [...judged].sort(compare)) {
    const last = groups.at(-1)
    if (last && compare(last[0]!, one) === 0) last.push(one)
    else {
      if (last) separations.push(separationOf(last[0]!, one))
      groups.push([one])
    }
  }
  return { judged, ranking: ranksOf(groups.map(group => group.map(({ option }) => option))), separations, ballots: ballots.length }
}

const judgedOf = (option: string, distribution: readonly number[]): Judged => {
  const median = medianOf(distribution)
  const sum = (from: number, to: number) => distribution.slice(from, to).reduce((all, count) => all + count, 0)
  return { option, distribution, median, above: sum(median + 1, distribution.length), below: sum(0, median) }
}

/** The lower middlemost grade: of n grades in ascending order, the one at place ⌈n ÷ 2⌉. */
const medianOf = (distribution: readonly number[]): number => {
  const middle = Math.ceil(distribution.reduce((all, count) => all + count, 0) / 2)
  let seen = 0
  for (const [grade, count] of distribution.entries()) {
    seen += count
    if (count > 0 && seen >= middle) return grade
  }
  return 0
}

const compare = (a: Judged, b: Judged): number => {
  const step = firstDifference(a, b)
  return step ? step.grades[1] - step.grades[0] : 0
}

const separationOf = (better: Judged, than: Judged): Separation => {
  const { removed, grades } = firstDifference(better, than) ?? { removed: 0, grades: [better.median, than.median] as const }
  return { better: better.option, than: than.option, removed, grades }
}

/** Takes majority grades away from both, as many at a time as leave both unchanged, until they differ; null if they never do. */
const firstDifference = (a: Judged, b: Judged): { readonly removed: number; readonly grades: readonly [number, number] } | null => {
  const [left, right] = [[...a.distribution], [...b.distribution]]
  let remaining = left.reduce((all, count) => all + count, 0)
  for (let removed = 0; remaining > 0;) {
    const grades = [medianOf(left), medianOf(right)] as const
    if (grades[0] !== grades[1]) return { removed, grades }
    const many = Math.max(1, Math.min(safeRemovals(left, grades[0]), safeRemovals(right, grades[1])))
    left[grades[0]]! -= many
    right[grades[1]]! -= many
    remaining -= many
    removed += many
  }
  return null
}

/** How many majority grades can be taken away before another one can appear. */
const safeRemovals = (distribution: readonly number[], median: number): number => {
  const below = distribution.slice(0, median).reduce((all, count) => all + count, 0)
  const above = distribution.slice(median + 1).reduce((all, count) => all + count, 0)
  const here = distribution[median]!
  // The majority grade stays while the lower middle is here: below < ⌈n/2⌉ ≤ below + here, for each n on the way.
  return here - Math.abs(above - below) - 1
}
