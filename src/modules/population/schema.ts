import type { Generated } from 'kysely'
import type { Db } from '#kernel/db'
import type { World } from '#kernel/world'
import type { Dimension } from './figures.ts'

export interface PopulationTables {
  'population.version': {
    body_id: number
    id: Generated<string>
    form: 'margins' | 'crossed'
    source: string
    licence: string
    reference_on: string
    note: string
    made_by: string | null
    made_at: string
  }
  'population.publication': {
    body_id: number
    version_id: string
    published_by: string | null
    published_at: string
    published_on: string
  }
  'population.category': {
    body_id: number
    version_id: string
    dimension: Dimension
    code: string
    label_fr: string
    label_en: string
    position: number
  }
  'population.figure': {
    body_id: number
    version_id: string
    age: string | null
    sex: string | null
    district: string | null
    people: number
  }
}
export type Population = Db<PopulationTables>
export type Here = World<PopulationTables>
