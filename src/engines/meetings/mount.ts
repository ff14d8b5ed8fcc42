import type { C } from '#kernel/http'
import type { World } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import type { Crumb } from '#kernel/ui'
import type { Assembly } from './queries/assemblies.ts'
import type { Session } from './queries/session.ts'
import type { Vote } from './queries/votes.ts'
import type { Tables } from './tables.ts'

/** How a service mounts the meetings of its assemblies. */
export interface MeetingsMount {
  /** `/mesures/:measure/reunions`; each assembly's own `path` is the same with real values. */
  readonly base: string
  /** The assembly of this request, or undefined when there is none that this person may know of. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a mount serves the routes of any module
  readonly assemblyOf: (c: C<any>) => Promise<Assembly | undefined>
  /** The way to the assembly, for the top of each page. */
  readonly trail: (c: C<Tables>, assembly: Assembly) => readonly Crumb[]
  /** Where `personCalendarRoutes` is mounted, if it is: each member is offered a calendar of all their meetings. */
  readonly personalCalendar?: string
  /** What may be made of a vote that was carried, for whom: « make it a commitment ». */
  readonly decisionLinks?: (
    c: C<Tables>,
    session: Session,
    vote: Vote,
  ) => Promise<readonly { readonly label: string; readonly href: string }[]>
  /** Who may run meetings besides the chair and the secretary. */
  readonly mayRun?: (c: C<Tables>, assembly: Assembly) => boolean
}

/** The same world, as this engine's queries see it. */
export const meetingsWorld = (world: AnyWorld): World<Tables> => world as World<Tables> // a handle on one transaction; only the names of its tables differ
