import type { OpinionMap } from '#engines/opinionMap'
import { describedGroups, mayTellApart } from '../rules/disclosure.ts'
import { hullOf, marksOf } from '../rules/geometry.ts'
import { divided, sharedBy, unsure } from '../rules/shared.ts'
import type { ReadingContent } from './content.ts'

export interface Limits {
  /** Fewer participants than this: only counts are said. */
  readonly leastParticipants: number
  /** A group with fewer members is not described. */
  readonly leastGroup: number
}
const round = (n: number, digits = 6) => Math.round(n * 10 ** digits) / 10 ** digits

/** A reading with too few people: what was counted, and nothing of who says what. */
const countsOnly = (map: OpinionMap, texts: ReadonlyMap<number, string>): ReadingContent => ({
  ...heading(map),
  isEnough: false,
  groups: [],
  statements: map.statements.map(({ id, agree, disagree, pass, seen }) => ({
    number: Number(id),
    text: texts.get(Number(id)) ?? '',
    agree,
    disagree,
    pass,
    seen,
    groups: [],
    shared: null,
    groupAware: null,
    divided: 0,
    unsure: unsure({
      agree,
      disagree,
      pass,
      seen,
    }),
  })),
  representative: [],
  marks: [],
  hulls: [],
})

/** How many took part in a reading, and nothing else, for their answers would be those of people one can name; a digest of so few could be guessed. */
const nothingSaid = (map: OpinionMap): ReadingContent => ({ ...countsOnly(map, new Map()), statements: [], inputDigest: '' })

/**
 * What the pages say of a map: groups too small are counted but not described.
 * @param all how many took part in all, when this reading is that of some of them
 */
export const readingOf = (map: OpinionMap, texts: ReadonlyMap<number, string>, limits: Limits, all?: number): ReadingContent => {
  const people = map.participants.length + map.excluded.length
  if (!mayTellApart(people, all ?? people, limits.leastGroup)) return nothingSaid(map)
  if (people < limits.leastParticipants) return countsOnly(map, texts)
  const described = new Set(describedGroups(map.groups, limits.leastGroup))
  const groupAware = new Map(map.groupAwareConsensus.map(one => [one.statement, one.probability]))
  return {
    ...heading(map),
    isEnough: true,
    groups: map.groups.map(({ group, members, x, y }) => ({ group, members, x: round(x), y: round(y), isDescribed: described.has(group) })),
    statements: map.statements.map(({ id, agree, disagree, pass, seen, groups }) => ({
      number: Number(id),
      text: texts.get(Number(id)) ?? '',
      agree,
      disagree,
      pass,
      seen,
      groups: groups.map((tally, group) => (described.has(group) ? { ...tally } : null)),
      shared: sharedBy(groups),
      groupAware: groupAware.get(id) ?? null,
      divided: divided(groups.filter((_, group) => described.has(group))),
      unsure: unsure({
        agree,
        disagree,
        pass,
        seen,
      }),
    })),
    representative: map.representative
      .filter(one => described.has(one.group))
      .map(({ group, statement, direction, successes, trials, representativeness }) => ({
        group,
        number: Number(statement),
        direction,
        successes,
        trials,
        representativeness: round(representativeness),
      })),
    marks: marksOf(map.participants).map(({ x, y, n, group }) => ({ x: round(x, 4), y: round(y, 4), n, group })),
    hulls: map.groups.map(({ group }) =>
      described.has(group)
        ? hullOf(map.participants.filter(one => one.group === group)).map(({ x, y }) => ({ x: round(x, 4), y: round(y, 4) }))
        : [],
    ),
  }
}

const heading = (map: OpinionMap) => ({
  participants: map.participants.length + map.excluded.length,
  votes: [...map.participants, ...map.excluded].reduce((sum, one) => sum + one.votes, 0),
  mapped: map.participants.length,
  needed: map.excluded[0]?.needed ?? 0,
  version: map.version,
  inputDigest: map.inputDigest,
  provisional: map.provisional,
  silhouette: map.silhouette,
})
