/** Why the published rule holds a content until an agent has read it. Nothing else is looked at, and nothing is scored. */
export const signals = ['no-account', 'read-first', 'first-post', 'links', 'repeated'] as const
export type Signal = (typeof signals)[number]

/** What the commune chose; see the settings of the engine. */
export interface HoldingRule {
  /** How many posts of a person whose residence is not verified wait for an agent; 0 holds none. */
  readonly firstPosts: number
  /** More links than this, from a person whose residence is not verified, and the content waits. */
  readonly links: number
  /** The same text found this many times before in the last seven days, and the content waits. */
  readonly repeats: number
}

/** What is known when a content arrives. */
export interface Arrival {
  readonly text: string
  readonly isKnown: boolean
  readonly isTownHall: boolean
  /** Posts of this author that an agent released or that were visible at once. */
  readonly alreadyVisible: number
  /** Contents of the last seven days with the same normalised text, this one left out. */
  readonly twins: number
  /** Nobody is signed in: nobody can be told, nor asked. */
  readonly hasNoAccount?: boolean
  /** Whoever opened this place chose that texts are read before they appear. */
  readonly readFirst?: boolean
}

/** The signals a content shows, in a fixed order; none means that it is visible at once. The town hall's own words are never held. */
export const signalsOf = (arrival: Arrival, rule: HoldingRule): readonly Signal[] => {
  if (arrival.isTownHall) return []
  if (arrival.hasNoAccount) return ['no-account']
  if (arrival.readFirst) return ['read-first']
  const signals: Signal[] = []
  if (!arrival.isKnown && arrival.alreadyVisible < rule.firstPosts) signals.push('first-post')
  if (!arrival.isKnown && linksIn(arrival.text) > rule.links) signals.push('links')
  if (rule.repeats > 0 && arrival.twins >= rule.repeats) signals.push('repeated')
  return signals
}

/** Web addresses in a text: `http://…`, `https://…` or `www.…`, each counted once per occurrence. */
export const linksIn = (text: string): number => text.match(/(?:https?:\/\/|\bwww\.)[^\s<>"']+/giu)?.length ?? 0

/** The letters and digits of a text, without case, accents, spaces or signs: what two copies have in common. */
export const normalised = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
