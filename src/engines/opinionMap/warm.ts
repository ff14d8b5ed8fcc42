import { drawMap, type Prepared, prepared } from './drawMap.ts'
import { voteTable } from './gatherVotes.ts'
import { grouped, regrouped, type Grouping } from './grouping/grouped.ts'
import { keepVotes } from './keepVotes.ts'
import { addRow, type Gram, gramOf } from './linear/gram.ts'
import { mergeVotes } from './mergeVotes.ts'
import type { OpinionInput, OpinionMap, OpinionOptions } from './opinionMap.ts'
import { axesOfGram, axesOfVotes, type PrincipalAxes, writesPairs } from './principalAxes.ts'
import type { VoteRow } from './votes.ts'

/** What a map keeps in memory so that new votes cost little. It changes when updated; hold one per consultation. */
export type WarmState = {
  readonly map: OpinionMap
  /** What only this file reads. */
  readonly kept: Kept
}

type Kept = {
  ready: Prepared
  moderatedOut: ReadonlySet<string>
  /** Null when the pairs are too many to be written. */
  gram: Gram | null
  axes: PrincipalAxes
  grouping: Grouping
}

/** Computes from cold and keeps what an update needs. */
export const warmState = (input: OpinionInput, options: OpinionOptions = {}): WarmState => {
  const ready = prepared(input, options)
  const moderatedOut = new Set(input.statements?.filter(({ moderated }) => moderated === -1).map(({ id }) => id))
  const gram = writesPairs(ready.votes) ? gramOf(ready.votes) : null
  return drawn({ ready, moderatedOut, gram, axes: axesOf(ready, gram), provisional: false })
}

/**
 * Takes new votes in, later than those held (among themselves, the last counts), and draws the map again, near to what
 * `opinionMap` would give and marked provisional: directions and groups are sought from the last ones. A statement voted
 * on for the first time makes everything be computed again.
 */
export const updateOpinionMap = (state: WarmState, rows: Iterable<VoteRow>): OpinionMap => {
  const { kept } = state
  const later = keepVotes(voteTable(rows), { statement: id => !kept.moderatedOut.has(id) })
  const known = new Set(kept.ready.votes.statements)
  Object.assign(state, later.statements.every(id => known.has(id)) ? warmed(kept, later) : widened(kept, later))
  return state.map
}

const warmed = (kept: Kept, later: Prepared['votes']): WarmState => {
  const { table, changed } = mergeVotes(kept.ready.votes, later)
  const { gram } = kept
  if (gram) {
    for (const { before, after } of changed) {
      if (before !== null) addRow(gram, kept.ready.votes, before, -1)
      addRow(gram, table, after, 1)
    }
  }
  const ready = { ...kept.ready, votes: table }
  return drawn({ ...kept, ready, axes: axesOf(ready, gram, kept.axes.vectors), last: kept.grouping, provisional: true })
}

const widened = (kept: Kept, later: Prepared['votes']): WarmState => {
  const rows = [...rowsOf(kept.ready.votes, 0), ...rowsOf(later, 1)]
  const votes = voteTable(rows)
  const seen = new Set(votes.statements)
  const ready = { ...kept.ready, votes, unvoted: kept.ready.unvoted.filter(id => !seen.has(id)) }
  const gram = writesPairs(votes) ? gramOf(votes) : null
  return drawn({ ...kept, ready, gram, axes: axesOf(ready, gram), provisional: true })
}

function* rowsOf(table: Prepared['votes'], order: number): Generator<VoteRow> {
  for (const [person, participant] of table.participants.entries()) {
    for (let at = table.starts[person]!; at < table.starts[person + 1]!; at++) {
      const vote = table.votes[at]!
      yield { participant, statement: table.statements[table.columns[at]!]!, vote: vote > 0 ? 1 : vote < 0 ? -1 : 0, order }
    }
  }
}

const axesOf = ({ votes }: Prepared, gram: Gram | null, start: readonly Float64Array[] = []) =>
  gram ? axesOfGram(gram, votes.participants.length, start) : axesOfVotes(votes, start)

type Drawing = Omit<Kept, 'grouping'> & { last?: Grouping; provisional: boolean }

const drawn = ({ last, provisional, ...kept }: Drawing): WarmState => {
  let grouping: Grouping | undefined
  const map = drawMap(
    kept.ready,
    kept.axes,
    (people, most) => (grouping = last ? regrouped(people, most, last) : grouped(people, most)),
    provisional,
  )
  return { map, kept: { ...kept, grouping: grouping! } }
}
