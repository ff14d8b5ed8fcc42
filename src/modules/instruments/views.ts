import type { Parameter } from '#kernel/parameters'
import type { Petition, Electorate } from './petition.ts'
import type { PetitionState } from './rules/petition.ts'

/** A petition as lists and pages show it: what is public, and nothing of who signed. */
export interface ShownPetition {
  readonly petition: Petition
  readonly state: PetitionState
  readonly signatures: number
  readonly threshold: number | null
  readonly electorate: Electorate | null
  readonly rule: Parameter
}
