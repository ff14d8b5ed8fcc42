/** A statement somebody has not answered yet. `priority` is how much one more answer would teach; null when it has not been computed. */
export interface Candidate {
  readonly number: number
  readonly priority: number | null
}

/**
 * Which statement comes next: the one that still teaches most. Priorities count by doublings (3 is as good as 2, 4 is
 * better): within a doubling the order is drawn for this participant by a keyed digest, the same each time they come, so that
 * people who arrive together do not all see the same statement. A statement too new to have a priority comes first.
 * @param digest a number drawn from the participant and the statement
 */
export const inOrder = (candidates: readonly Candidate[], digest: (statement: number) => number): readonly number[] =>
  candidates
    .map(({ number, priority }) => ({ number, step: doubling(priority), drawn: digest(number) }))
    .toSorted((a, b) => b.step - a.step || a.drawn - b.drawn || a.number - b.number)
    .map(({ number }) => number)

const doubling = (priority: number | null) =>
  priority === null ? Number.MAX_SAFE_INTEGER : priority <= 0 ? Number.MIN_SAFE_INTEGER : Math.floor(Math.log2(priority))
