import type { College } from './charter.ts'
import type { Quorum } from './quorumOf.ts'
import type { Result } from './resultOf.ts'

/** What happened, as the minutes tell it. Names are already those to print. */
export interface SessionFacts {
  readonly title: string
  readonly assembly: string
  readonly place: string
  readonly openedAt: string | null
  readonly closedAt: string
  readonly adjourned: boolean
  readonly chair: string | null
  readonly quorum: Quorum | null
  /** What was said of a notice shortened for urgency. */
  readonly urgency?: {
    readonly reason: string
    readonly accepted: boolean
    readonly for: number
    readonly against: number
    readonly abstention: number
  } | null
  readonly attended: readonly {
    readonly name: string
    readonly college: College
    readonly arrivedAt: string
    readonly leftAt: string | null
  }[]
  readonly absent: readonly { readonly name: string; readonly excused: boolean; readonly proxyTo: string | null }[]
  readonly items: readonly {
    readonly title: string
    readonly note: string
    readonly discussion: string
    readonly votes: readonly VoteFacts[]
  }[]
}
export interface VoteFacts {
  readonly question: string
  readonly result: Result
  readonly secret: boolean
  readonly withdrawn: readonly { readonly name: string; readonly reason: string }[]
  readonly against: readonly string[]
  readonly abstained: readonly string[]
  /** Written down by name: those who voted for. */
  readonly inFavour?: readonly string[]
  readonly presidedBy?: string | null
  /** How many of those present asked for a secret vote, or one by name. */
  readonly asked?: readonly { readonly manner: 'named' | 'secret'; readonly n: number }[]
}
/** Sentences of the minutes, in the language they are written in. */
export interface MinutesWords {
  heading(facts: SessionFacts): string
  opening(facts: SessionFacts): string
  quorum(quorum: Quorum): string
  urgency(urgency: NonNullable<SessionFacts['urgency']>): string
  asked(asked: NonNullable<VoteFacts['asked']>[number]): string
  presided(name: string): string
  present(): string
  attended(one: SessionFacts['attended'][number]): string
  absent(): string
  missing(one: SessionFacts['absent'][number]): string
  question(vote: VoteFacts): string
  withdrew(one: { readonly name: string; readonly reason: string }): string
  result(vote: VoteFacts): string
  nothingNoted(): string
  closing(facts: SessionFacts): string
}

/** Minutes as Markdown, from the facts of the session alone: the secretary then corrects and completes them. */
export const draftMinutes = (facts: SessionFacts, say: MinutesWords): string =>
  [
    say.heading(facts),
    say.opening(facts),
    ...(facts.quorum ? [say.quorum(facts.quorum)] : []),
    ...(facts.urgency ? [say.urgency(facts.urgency)] : []),
    `# ${say.present()}`,
    list(facts.attended.map(say.attended)),
    ...(facts.absent.length > 0 ? [`# ${say.absent()}`, list(facts.absent.map(say.missing))] : []),
    ...facts.items.flatMap((item, at) => [
      `# ${at + 1}. ${plain(item.title)}`,
      ...(item.note ? [item.note] : []),
      ...(item.discussion ? [item.discussion] : item.votes.length === 0 && !facts.adjourned ? [say.nothingNoted()] : []),
      ...item.votes.flatMap(vote => [
        say.question(vote),
        ...(vote.asked ?? []).map(say.asked),
        ...(vote.presidedBy ? [say.presided(vote.presidedBy)] : []),
        ...vote.withdrawn.map(say.withdrew),
        say.result(vote),
      ]),
    ]),
    say.closing(facts),
  ]
    .filter(part => part !== '')
    .join('\n\n')

/** Text that Markdown would not read as its own signs. */
export const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, sign => `\\${sign}`)
const list = (lines: readonly string[]) => lines.map(line => `- ${line}`).join('\n')
