import type { ColumnType, Generated } from 'kysely'
import type { KernelTables } from '#kernel/service'
import type { World } from '#kernel/world'
import type { QuoteStep } from '#engines/booking'
import type {
  EndedBecause,
  EntryKind,
  HolderKind,
  LetterKind,
  PlotKind,
  StepKind,
  Sun,
  TakenFor,
  VisitState,
  Water,
} from './rules/terms.ts'

/** Read as a value, written as its JSON text. */
type Json<Value> = ColumnType<Value, string | null, string | null>

/** Identifiers are texts of digits; lengths are metres; money is cents; weights are grams. */
export interface PlotsTables {
  'plots.garden': {
    body_id: number
    id: Generated<string>
    name: string
    place: string
    about: string
    access: string
    run_by: string
    latitude: number
    longitude: number
    width: number
    height: number
    service_id: string | null
    closed_on: string | null
    closed_because: Generated<string>
  }
  'plots.plot': {
    body_id: number
    id: Generated<string>
    garden_id: string
    number: string
    kind: PlotKind
    square_metres: number
    x: number
    y: number
    width: number
    height: number
    water: Water
    sun: Sun
    withdrawn_on: string | null
    withdrawn_because: Generated<string>
  }
  'plots.round': {
    body_id: number
    id: Generated<string>
    title: string
    opens_on: string
    closes_on: string
    draw_on: string
    season_from: string
    season_to: string
    seed_source: string
    allocation_id: string | null
    opened_by: string | null
  }
  'plots.application': {
    body_id: number
    id: Generated<string>
    round_id: string
    number: number
    person_id: string | null
    holder: HolderKind
    holder_name: string
    without_land: boolean
    low_income: boolean
    needs_raised: boolean
    lives_here: boolean
    waited_years: number
    wishes: ColumnType<readonly string[], readonly string[], readonly string[]>
    takes_any: boolean
    project: string
    tier: number | null
    asked_at: string
    keyed_by: string | null
    withdrawn_at: string | null
  }
  'plots.tenancy': {
    body_id: number
    id: Generated<string>
    plot_id: string
    application_id: string | null
    round_id: string
    person_id: string | null
    holder: HolderKind
    holder_name: string
    shows_name: Generated<boolean>
    offered_on: string
    answer_by: string
    signed_at: string | null
    edition: number | null
    since: string
    until: string
    leaving_on: string | null
    ended_on: string | null
    ended_because: EndedBecause | null
    returned_on: string | null
    returned_note: Generated<string>
  }
  'plots.entry': {
    body_id: number
    id: Generated<string>
    tenancy_id: string
    kind: EntryKind
    cents: number
    season: string
    steps: Json<readonly QuoteStep[] | null>
    note: string
    on_day: string
    by_person: string | null
  }
  'plots.visit': {
    body_id: number
    id: Generated<string>
    tenancy_id: string
    visited_on: string
    state: VisitState
    note: string
    by_person: string | null
  }
  'plots.photo': { body_id: number; id: Generated<string>; visit_id: string; file_id: string; caption: string }
  'plots.step': {
    body_id: number
    id: Generated<string>
    tenancy_id: string
    visit_id: string
    kind: StepKind
    issued_on: string
    due_on: string
    reason: string
    by_person: string | null
    ended_on: string | null
    ended_because: 'cured' | 'upheld' | 'done' | 'left' | null
  }
  'plots.objection': {
    body_id: number
    id: Generated<string>
    step_id: string
    text: string
    objected_at: string
    person_id: string | null
    keyed_by: string | null
    answer: string | null
    accepted: boolean | null
    answered_by: string | null
    answered_at: string | null
  }
  'plots.letter': {
    body_id: number
    id: Generated<string>
    person_id: string | null
    tenancy_id: string | null
    application_id: string | null
    kind: LetterKind
    facts: Json<Readonly<Record<string, string | number>>>
    told_at: string
    channel: Generated<'waiting' | 'mail' | 'paper'>
    handed_on: string | null
  }
  'plots.harvest': {
    body_id: number
    id: Generated<string>
    garden_id: string
    plot_id: string | null
    harvested_on: string
    kind: string
    grams: number
    person_id: string | null
  }
  'plots.surplus': {
    body_id: number
    id: Generated<string>
    garden_id: string
    kind: string
    grams: number
    offered_on: string
    until_on: string
    person_id: string | null
    taken_at: string | null
    taken_for: TakenFor | null
    taken_by: string | null
  }
}
export type Tables = PlotsTables & KernelTables
export type Here = World<Tables>
