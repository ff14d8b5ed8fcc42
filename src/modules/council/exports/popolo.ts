import type { CouncilFunction } from '../schema.ts'

/** What is told of the council's votes: facts already public, in the order they happened. */
export interface PopoloFacts {
  readonly council: string
  readonly members: readonly {
    readonly id: string
    /** The same person in every mandate. */
    readonly person: string
    readonly name: string
    readonly function: CouncilFunction
    readonly bloc: string
    readonly since: string
    readonly until: string | null
  }[]
  readonly votes: readonly {
    readonly id: string
    readonly question: string
    readonly manner: 'show-of-hands' | 'named' | 'secret'
    readonly openedAt: string
    readonly closedAt: string
    readonly outcome: string
    readonly url: string
    readonly for: number
    readonly against: number
    readonly abstention: number
    readonly blank: number
    /** Whose voice was written down, by the person of their mandate; none for a secret vote. */
    readonly voices: readonly { readonly person: string; readonly choice: 'for' | 'against' | 'abstention' | 'blank' }[]
  }[]
}

/** Persons, organizations, memberships, motions and vote events as Popolo names them (https://www.popoloproject.com/specs/). */
export const popoloOf = (facts: PopoloFacts) => {
  const blocs = [...new Set(facts.members.map(one => one.bloc).filter(Boolean))].toSorted()
  const blocId = (name: string) => `groupe-${blocs.indexOf(name) + 1}`
  const people = new Map(facts.members.map(one => [one.person, one.name]))
  return {
    persons: [...people].map(([id, name]) => ({ id, name })),
    organizations: [
      { id: 'conseil', name: facts.council, classification: 'legislature' },
      ...blocs.map(name => ({ id: blocId(name), name, classification: 'party', parent_id: 'conseil' })),
    ],
    memberships: facts.members.map(one => ({
      id: one.id,
      person_id: one.person,
      organization_id: 'conseil',
      role: one.function,
      start_date: one.since,
      ...(one.until ? { end_date: one.until } : {}),
      ...(one.bloc ? { on_behalf_of_id: blocId(one.bloc) } : {}),
    })),
    motions: facts.votes.map(vote => ({
      id: `motion-${vote.id}`,
      organization_id: 'conseil',
      text: vote.question,
      classification: vote.manner,
      date: vote.openedAt,
      requirement: 'absolute majority of votes cast',
      result: resultOf(vote.outcome),
      sources: [{ url: vote.url }],
      vote_events: [
        {
          id: `vote-${vote.id}`,
          motion_id: `motion-${vote.id}`,
          organization_id: 'conseil',
          start_date: vote.openedAt,
          end_date: vote.closedAt,
          result: resultOf(vote.outcome),
          counts: [
            { option: 'yes', value: vote.for },
            { option: 'no', value: vote.against },
            { option: 'abstain', value: vote.abstention + vote.blank },
          ],
          votes: vote.manner === 'secret' ? [] : vote.voices.map(one => ({ voter_id: one.person, option: optionOf[one.choice] })),
        },
      ],
    })),
  }
}

const optionOf = { for: 'yes', against: 'no', abstention: 'abstain', blank: 'abstain' } as const
const resultOf = (outcome: string) => (outcome === 'carried' ? 'pass' : 'fail')
