import type { Routes } from '#kernel/http'
import type { Contributor, ScheduledJob, World } from '#kernel/world'
import type { JournalEvent } from '#kernel/journal'

/** What engines and modules have in common: a schema of their own, events they follow, people they know something about. */
export interface Room extends Contributor {
  readonly migrations?: URL
  /** Events of the journal this room reacts to, by name. */
  readonly events?: Readonly<Record<string, (world: World<any>, event: JournalEvent) => Promise<void>>>
  readonly jobs?: Readonly<Record<string, ScheduledJob>>
  /** Invented life for the demonstration; called once, in the order of services, in one transaction of the jobs role. */
  readonly demo?: (world: World<any>) => Promise<void>
  /** Values for the `:names` in this room's paths, from the demonstration's rows; harnesses build real requests with them. */
  readonly samples?: (world: World<any>) => Promise<Readonly<Record<string, string>>>
}
/** The parts of the house, in the order of the life of a measure. */
export type SectionId = 'propose' | 'decide' | 'run' | 'judge'
/** A domain-free mechanism that modules share. */
export type Engine = Room
/** A public service: one folder, one manifest. */
export interface Service extends Room {
  /** Where it lives: `/mesures`. */
  readonly path: string
  readonly title: { fr: string; en: string }
  /** Where it stands in the main navigation; absent, it is not there. */
  readonly navigation?: {
    readonly section: SectionId
    /** Position in its section. */
    readonly order: number
    /** What people do there, in one sentence. */
    readonly about: { readonly fr: string; readonly en: string }
  }
  readonly routes: Routes
}

export const defineService = <const S extends Service>(service: S): S => service
export const defineEngine = <const E extends Engine>(engine: E): E => engine
