import type { Generated } from 'kysely'
import type { College } from '#kernel/people'
import type { ProposalOutcome } from './rules/canDecideProposal.ts'

export interface ProposalTables {
  'measures.proposal': {
    body_id: number
    id: Generated<string>
    title: string
    text: string
    reason: string
    origin: string
    author_id: string | null
    college: College
    channel: string
    keyed_by: string | null
    proposed_at: string
  }
  'measures.proposal_decision': {
    body_id: number
    proposal_id: string
    outcome: ProposalOutcome
    reason: string
    author_id: string | null
    college: College
    decided_at: string
    measure_id: string | null
  }
}
