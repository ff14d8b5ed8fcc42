import { type Charter, type College, colleges } from '#engines/meetings'

/** What would make rules impossible to follow: each names the field to correct. */
export type CharterFault =
  | { readonly field: `quorum-${College}`; readonly because: 'college-without-seats' }
  | { readonly field: 'castingVote'; readonly because: 'casting-vote-in-each-college' | 'casting-vote-secret' }
  | { readonly field: 'urgentN'; readonly because: 'urgency-longer' }

/** Reads rules against the composition: a quorum asked of nobody would never be reached. */
export const charterFaults = (charter: Charter, seatsByCollege: Readonly<Partial<Record<College, number>>>): readonly CharterFault[] => {
  const empty = colleges.filter(college => charter.quorum.colleges[college] && !seatsByCollege[college])
  const { majority, manner } = charter.vote
  return [
    ...empty.map(college => ({ field: `quorum-${college}` as const, because: 'college-without-seats' as const })),
    ...(majority.castingVote && majority.scope === 'each-college'
      ? [{ field: 'castingVote', because: 'casting-vote-in-each-college' } as const]
      : majority.castingVote && manner === 'secret'
        ? [{ field: 'castingVote', because: 'casting-vote-secret' } as const]
        : []),
    ...(charter.convening.urgent && charter.convening.urgent.n >= charter.convening.delay.n
      ? [{ field: 'urgentN', because: 'urgency-longer' } as const]
      : []),
  ]
}
