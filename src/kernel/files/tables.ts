import type { Generated } from 'kysely'

export interface FilesTables {
  'files.file': {
    body_id: number
    id: Generated<string>
    key: string
    name: string
    media_type: string
    size: number
    sha256: Buffer
    purpose: string
    stored_by: string | null
    stored_at: string
    agreement_id: number | null
  }
}
