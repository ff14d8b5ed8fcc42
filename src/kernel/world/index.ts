import type { z } from 'zod'
import type { AnyDb, BodyTables, Db } from '#kernel/db'
import type { Locale } from '#kernel/i18n'
import type { JournalTables } from '#kernel/journal'
import type { Actor, PeopleTables } from '#kernel/people'

export type KernelTables = BodyTables & PeopleTables & JournalTables

/** A commune or other public body, as every page knows it. */
export interface Body {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly population: number | null
  readonly arms: string | null
  readonly accent: string | null
}

/** Where and when something happens, and for whom: a request's `c.var`, or what a job is given for one body. */
export interface World<Tables = KernelTables> {
  readonly db: Db<Tables>
  readonly body: Body
  readonly actor: Actor
  /** Instant, ISO 8601 UTC. */
  readonly now: string
  /** Day in Europe/Paris. */
  readonly today: string
  readonly locale: Locale
  /** Public origin of this body's site, without final slash: `https://yvette.ville.fr`. */
  readonly url: string
  readonly journalKey: Buffer
  readonly mode: 'demonstration' | 'production'
  /** Key for signing links that leave the site (unsubscribe, codes). */
  readonly signingKey: Buffer
}

/** Any room's world: engines take it, and run their own SQL in its transaction. */
export type AnyWorld = Omit<World, 'db'> & { readonly db: AnyDb }

/** The whole instance, as a job sees it. */
export interface System {
  readonly now: string
  readonly today: string
  /** Every room of the house, for work that goes through all of them. */
  readonly contributors: readonly Contributor[]
  /** Does the work in one transaction per body, under row-level security and the jobs role. */
  forEachBody<Tables = KernelTables>(work: (world: World<Tables>) => Promise<void>): Promise<void>
}

/** Work that comes back. `every` is a cron line in Europe/Paris: `'*\/5 * * * *'`. */
export interface ScheduledJob {
  readonly every: string
  readonly run: (system: System) => Promise<void>
}

/** What a room holds about people, and how it is erased. */
export interface PersonalData {
  /** One line per kind of fact, in French and in English, with why and how long it is kept. */
  readonly held: readonly {
    readonly what: { fr: string; en: string }
    readonly basis: { fr: string; en: string }
    readonly kept: { fr: string; en: string }
  }[]
  /** Columns that hold personal data: `measures.support.person_id`; each must say what erasure does to it. */
  readonly columns: Readonly<Record<string, 'deleted' | 'anonymised' | 'kept'>>
  /** Erases or anonymises what this room holds about the person in the world's body. */
  readonly erase: (world: World<any>, personId: string) => Promise<void>
  /** Everything this room holds about the person, for their own copy. */
  readonly export?: (world: World<any>, personId: string) => Promise<unknown>
}

/** How long a kind of record is kept once it no longer serves, and why; a job enforces it every night. */
export interface Retention {
  readonly what: { readonly fr: string; readonly en: string }
  readonly reason: { readonly fr: string; readonly en: string }
  readonly days: number
  /** Removes what ended before that instant in the world's body; returns how many records. */
  readonly purge: (world: World<any>, before: string) => Promise<number>
}

/** A set of open data, streamed row by row; never holds personal data beyond what is already public. */
export interface OpenDataSet {
  readonly id: string
  readonly title: { fr: string; en: string }
  /** Data dictionary: one entry per column, in order. `format`: a text that keeps it is written as it is (`+33…`); any other is guarded. */
  readonly columns: Readonly<
    Record<
      string,
      {
        readonly fr: string
        readonly en: string
        readonly type: 'text' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean'
        readonly format?: 'telephone'
      }
    >
  >
  /** `rooms` are all those of the house, for a set that gathers what each tells. */
  readonly rows: (
    world: World<any>,
    rooms?: readonly Contributor[],
  ) => AsyncIterable<Record<string, unknown>> | Promise<readonly Record<string, unknown>[]>
}

/** Where the search page may look. */
export interface SearchSource {
  readonly id: string
  readonly label: { fr: string; en: string }
  readonly find: (
    world: World<any>,
    words: string,
    limit: number,
  ) => Promise<readonly { title: string; url: string; excerpt: string; rank: number }[]>
}

/** What a service shows on the home page of the commune. */
export interface HomeCard {
  readonly order: number
  readonly card: (world: World<any>) => Promise<{
    readonly title: string
    readonly lead?: string
    readonly items: readonly { readonly title: string; readonly url: string; readonly note?: string }[]
    readonly more?: { readonly label: string; readonly url: string }
    /** What awaits this very person, if anything. */
    readonly expected?: { readonly text: string; readonly url: string } | null
  } | null>
}

/** Something that happened and that anyone may read about. */
export interface PublicChange {
  readonly id: string
  readonly title: string
  readonly url: string
  /** Instant, ISO 8601. */
  readonly at: string
  readonly text?: string
}

/**
 * One thread of "you said, we did": what people said, what was decided, what changed, and what was measured since. A step
 * not yet reached is null; the page says so. Names of people are those already public.
 */
export interface Outcome {
  /** `amendment:12`, `commitment:3`. */
  readonly id: string
  readonly title: string
  /** The service of the catalogue it is about, and the measure: their numbers, or null. */
  readonly service: string | null
  readonly measure: string | null
  readonly said: OutcomeStep | null
  readonly decided: OutcomeStep | null
  readonly done: OutcomeStep | null
  readonly measured: OutcomeStep | null
  /** Instant of the latest step, ISO 8601: the latest threads come first. */
  readonly at: string
  /** Last day of the step that is awaited, `'YYYY-MM-DD'`: after it the thread is late, and says so. */
  readonly dueOn?: string | null
  /** The decision was no: nothing more is expected. Shown like the others. */
  readonly isRefused?: boolean
}
export interface OutcomeStep {
  readonly text: string
  readonly url: string | null
  /** Day, `'YYYY-MM-DD'`. */
  readonly on: string
}
/** Which threads are asked for: those of a service or of a measure, or every one when both are null. */
export interface OutcomesAsked {
  readonly service: string | null
  readonly measure: string | null
  readonly limit: number
}

export interface CalendarEntry {
  readonly id: string
  readonly title: string
  /** An instant, or a day (`YYYY-MM-DD`) when no hour matters. */
  readonly startsAt: string
  readonly endsAt: string
  readonly url: string
  readonly place?: string
}

/** A choice of the commune, checked by its schema, with its value until the commune chooses. */
export interface Setting {
  readonly label: { fr: string; en: string }
  readonly hint?: { fr: string; en: string }
  readonly schema: z.ZodType
  readonly default: unknown
  /** The values offered, each with its words, when they can be listed: the screen then asks to choose instead of to type. */
  readonly options?: (world: World<any>) => Promise<readonly SettingOption[]>
}
export interface SettingOption {
  readonly value: string
  readonly label: { readonly fr: string; readonly en: string }
}

/** What a room says about something that another room shows: `measure:3` is changed by these services. A note is a few words. */
export interface Related {
  readonly label: { readonly fr: string; readonly en: string }
  readonly find: (
    world: World<any>,
    subject: string,
  ) => Promise<readonly { readonly title: string; readonly url: string; readonly note?: string }[]>
}

/** What a room offers to the pages that gather from everyone: home, search, calendar, open data, personal data, settings. */
export interface Contributor {
  readonly id: string
  readonly title?: { readonly fr: string; readonly en: string }
  readonly path?: string
  readonly personalData: PersonalData | 'none'
  readonly retention?: readonly Retention[]
  readonly openData?: readonly OpenDataSet[]
  readonly settings?: Readonly<Record<string, Setting>>
  readonly search?: readonly SearchSource[]
  readonly related?: readonly Related[]
  readonly home?: readonly HomeCard[]
  /** How many notices this person has not read; shown beside their name on every page. */
  readonly unread?: (world: World<any>) => Promise<number>
  readonly calendar?: (world: World<any>, from: string, to: string) => Promise<readonly CalendarEntry[]>
  /** What it answers; those with `api` are in JSON, and described. */
  readonly routes?: readonly { readonly path: string; readonly api?: { readonly summary: { readonly fr: string; readonly en: string } } }[]
  /** Threads of "you said, we did", the latest first; `outcomes` gathers them by service and for the commune. */
  readonly outcomes?: (world: World<any>, asked: OutcomesAsked) => Promise<readonly Outcome[]>
  /** What happened lately, the latest first: the home page and the Atom feed gather it. */
  readonly changes?: (world: World<any>, limit: number) => Promise<readonly PublicChange[]>
}
