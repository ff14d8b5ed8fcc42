import type { C, Power } from '#kernel/http'
import type { AnyWorld } from '#kernel/world'
import type { Side } from './rules/terms.ts'

/** What is debated, as its own service knows it. The debate lives at `url` followed by `/debat`. */
export interface DebateSubject {
  /** Key of the subject: `measure:3`. */
  readonly key: string
  readonly title: string
  readonly url: string
  /** New arguments and replies are welcome; marks of quality always are. */
  readonly isOpen: boolean
}

/** How a service mounts debates on one of its subjects. */
export interface DebateMount {
  /** `/mesures/:measure/debat` */
  readonly base: string
  /** The subject of this request, or null when there is none that this person may know of. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a mount serves the routes of any module
  readonly subjectOf: (c: C<any>) => Promise<DebateSubject | null>
  /** Who may argue and who may mark quality: any signed-in person unless said otherwise. */
  readonly powers?: { readonly argue?: Power; readonly support?: Power }
  /** This person wrote `argument` (`argument:12`) about the subject: remembers that they want to know what comes of it. */
  readonly wantsNews?: (world: AnyWorld, subject: DebateSubject, argument: string, personId: string) => Promise<void>
  /** Whether this person supports the subject now; used by the order of arguments only. */
  readonly sideOf?: (world: AnyWorld, subject: DebateSubject, personId: string) => Promise<Side>
}

export const debateUrl = (subject: Pick<DebateSubject, 'url'>) => `${subject.url}/debat`
