import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { KernelTables } from '#kernel/service'

export interface AccountsTables {
  'accounts.letter': {
    body_id: number
    id: Generated<string>
    person_id: string
    purpose: 'residence' | 'account'
    address_text: string
    asked_by: string
    asked_at: string
    digest: Buffer | null
    printed_by: string | null
    printed_at: string | null
    expires_on: string | null
    attempts: Generated<number>
    used_at: string | null
    withdrawn_at: string | null
  }
  'accounts.vouch': { body_id: number; id: Generated<string>; person_id: string; voucher_id: string; vouched_at: string }
  'accounts.consent': {
    body_id: number
    id: Generated<string>
    ward_id: string
    guardian_id: string
    given_at: string
    withdrawn_at: string | null
  }
  'accounts.membership_request': {
    body_id: number
    id: Generated<string>
    person_id: string
    organisation_name: string
    kind: OrganisationKind
    title: string | null
    asked_at: string
    answered_by: string | null
    answered_at: string | null
    accepted: boolean | null
  }
  'accounts.email_change': {
    body_id: number
    id: Generated<string>
    person_id: string
    email: string
    digest: Buffer
    expires_at: string
    used_at: string | null
  }
  'accounts.erasure': { body_id: number; id: Generated<string>; person_id: string; asked_at: string; done_at: string | null }
}
export const organisationKinds = ['association', 'company', 'public', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export type Accounts = Db<AccountsTables & KernelTables>
