import type { Generated } from 'kysely'

export interface PeopleTables {
  'kernel.person': {
    id: Generated<string>
    name: string
    created_at: Generated<string>
    invented: Generated<boolean>
    merged_into: string | null
    erased_at: string | null
  }
  'kernel.contact': {
    person_id: string
    email: string | null
    phone: string | null
    postal_address: string | null
    birth_date: string | null
    locale: Generated<string>
  }
  'kernel.account': { user_id: string; person_id: string; linked_at: Generated<string> }
  'kernel.presence': { body_id: number; person_id: string; since: Generated<string> }
  'kernel.organisation': {
    body_id: number
    id: Generated<string>
    name: string
    kind: 'association' | 'company' | 'public' | 'other'
    created_at: Generated<string>
  }
  'kernel.residence': {
    body_id: number
    id: Generated<string>
    person_id: string
    address: string | null
    proof: 'declared' | 'posted-code' | 'document-seen' | 'vouched'
    since: string
    until: string | null
    recorded_by: string | null
    recorded_at: Generated<string>
  }
  'kernel.role': {
    body_id: number
    id: Generated<string>
    person_id: string
    role: 'member' | 'helper' | 'agent' | 'elected' | 'officer' | 'administrator'
    service: string | null
    organisation_id: string | null
    title: string | null
    since: string
    until: string | null
    granted_by: string | null
    granted_at: Generated<string>
  }
  'kernel.guardianship': {
    id: Generated<string>
    guardian_id: string
    ward_id: string
    kind: 'parent' | 'guardian'
    since: string
    until: string | null
    recorded_at: Generated<string>
  }
}
