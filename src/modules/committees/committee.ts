import type { Kind } from './schema.ts'

export const committeeSubject = (id: string) => `committee:${id}`
export const committeeUrl = (id: string, rest = '') => `/comites/${id}${rest}`

export interface Committee {
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly purpose: string
  readonly theme: string
  readonly act: string
  readonly actOn: string
  readonly actUrl: string
  readonly model: string
  readonly endedOn: string | null
  readonly endReason: string | null
  /** Numbers of the services of the catalogue it is attached to. */
  readonly services: readonly string[]
}
export interface CommitteeLine extends Committee {
  readonly seats: number
  readonly vacancies: number
}

export const isEnded = (committee: Pick<Committee, 'endedOn'>, today: string) => committee.endedOn !== null && committee.endedOn <= today

export type Founded = Pick<Committee, 'kind' | 'name' | 'purpose' | 'theme' | 'act' | 'actOn' | 'actUrl' | 'services'>
