import type { Charter, Share } from '#engines/meetings'

/** What the law asks of a council that day, read from the dated registers. */
export interface CouncilLaw {
  readonly noticeThreshold: number
  readonly notice: number
  readonly noticeSmall: number
  readonly noticeUrgent: number
  readonly secondNotice: number
  readonly quorum: number
  readonly proxies: number
  /** `1/3`, `1/4`. */
  readonly secretShare: string
  readonly publicShare: string
  readonly noteThreshold: number
  readonly urgencyRuled: boolean
}

/** The rules of the council of a commune. A population that is not known is held to the stricter rules. */
export const councilCharter = (law: CouncilLaw, population: number | null): Charter => {
  const isSmall = population !== null && population < law.noticeThreshold
  const days = isSmall ? law.noticeSmall : law.notice
  return {
    convening: {
      delay: { kind: 'clear-days', n: days, carriedOver: false },
      urgent: { kind: 'clear-days', n: law.noticeUrgent, carriedOver: false },
      urgencyRuled: law.urgencyRuled,
    },
    quorum: {
      overall: { kind: 'more-than', ...fractionOf(law.quorum) },
      colleges: {},
      proxiesCount: false,
      second: { kind: 'days', n: law.secondNotice, carriedOver: false },
    },
    proxies: { perHolder: law.proxies, sameCollege: false },
    vote: {
      manner: 'show-of-hands',
      majority: { kind: 'absolute', base: 'cast', scope: 'overall', castingVote: true },
      asking: { secret: shareOf(law.secretShare), named: shareOf(law.publicShare), nominationsSecret: true },
    },
    // The notice carries the agenda: until it is sent, the chair may still add an item, for an urgent session too.
    agenda: {
      chairUntilDays: law.noticeUrgent + 1,
      members: null,
      membersUntilDays: days,
      closedByNotice: true,
      noteRequired: population === null || population >= law.noteThreshold,
    },
    minority: { days: 0 },
  }
}

const fractionOf = (part: number) => ({ numerator: Math.round(part * 1000), denominator: 1000 })
const shareOf = (written: string): Share => {
  const [numerator = 1, denominator = 1] = written.split('/').map(Number)
  return { kind: 'at-least', numerator, denominator }
}
