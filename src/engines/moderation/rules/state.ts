/** Everything that can happen to a content. `held` is the published rule at work; the others are decided by someone. */
export type Act = 'held' | 'released' | 'hidden' | 'kept' | 'restored' | 'confirmed'
/** Set apart from what everybody reads. */
export type SetApart = 'held' | 'hidden'

/** What a reader must know about a content before it is drawn. */
export type Moderated =
  | { readonly state: 'visible' }
  | {
      readonly state: SetApart
      readonly authorId: string | null
      /** Instant of the last decision. */
      readonly since: string
      /** In the words of the person who decided; empty when the published rule held it. Shown to the author and the town hall only. */
      readonly reason: string
      readonly signals: readonly string[]
      readonly rule: { readonly version: number; readonly number: number; readonly title: string } | null
      readonly decisionId: string
      readonly appeal: 'none' | 'open' | 'confirmed'
    }

export const visible: Moderated = { state: 'visible' }

interface Reader {
  readonly personId: string | null
  readonly roles: ReadonlySet<string>
}

/** Its text may be shown to this reader: to everyone when visible, else to its author and to the town hall. */
export const isVisibleTo = (moderated: Moderated, reader: Reader): boolean =>
  moderated.state === 'visible' || isAuthor(moderated, reader) || isTownHall(reader)

/** A held content does not exist yet for others; a hidden one leaves its notice in place. */
export const isListedFor = (moderated: Moderated, reader: Reader): boolean => moderated.state !== 'held' || isVisibleTo(moderated, reader)

export const isTownHall = (reader: Reader): boolean => ['agent', 'elected', 'administrator'].some(role => reader.roles.has(role))

const isAuthor = (moderated: { authorId: string | null }, reader: Reader) =>
  reader.personId !== null && moderated.authorId === reader.personId

const after: Readonly<Record<Act, 'visible' | SetApart>> = {
  held: 'held',
  released: 'visible',
  hidden: 'hidden',
  kept: 'visible',
  restored: 'visible',
  confirmed: 'hidden',
}
/** The state in which an act leaves a content. */
export const stateAfter = (act: Act) => after[act]

/** `argument:12` → `argument`. */
export const kindOf = (subject: string): string => subject.slice(0, subject.indexOf(':'))
