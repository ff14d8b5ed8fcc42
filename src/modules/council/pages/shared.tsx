import { formatDate, type Locale } from '#kernel/i18n'
import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { DeliberationLine } from '../queries/deliberations.ts'
import type { Mandate } from '../queries/mandates.ts'
import { enforceableOn } from '../rules/enforceable.ts'
import { dayInParis } from '#kernel/clock'

export const home = (t: T) => ({ label: t('council.title'), href: '/conseil' })

export const OutcomeTag = ({ t, outcome }: { t: T; outcome: DeliberationLine['outcome'] }) => (
  <Tag tone={outcome === 'carried' ? 'leaf' : outcome === 'rejected' ? 'brick' : 'plain'}>{t(`outcome.${outcome}`)}</Tag>
)

/** « Maire », « 2e adjoint : écoles ». */
export const functionOf = (t: T, { function: held, rank, portfolio }: Pick<Mandate, 'function' | 'rank' | 'portfolio'>) =>
  [t(`function.${held}`, { rank: rank ?? 0 }), portfolio].filter(Boolean).join(t('colon'))

export const nameOf = (t: T, name: string) => name || t('someone')

/** « 24 pour, 3 contre, 2 abstentions »; nothing when the council only took note. */
export const countOf = (t: T, one: Pick<DeliberationLine, 'votesFor' | 'votesAgainst' | 'abstentions'>) =>
  one.votesFor === null ? '' : t('count', { yes: one.votesFor, no: one.votesAgainst ?? 0, abstention: one.abstentions ?? 0 })

export const enforceable = (one: Pick<DeliberationLine, 'publishedAt' | 'receivedOn' | 'isTransmissible'>) =>
  enforceableOn({ ...one, publishedOn: one.publishedAt && dayInParis(one.publishedAt) })

/** The note under a deliberation of a list. */
export const noteOf = (t: T, locale: Locale, one: DeliberationLine) =>
  [
    t('deliberation.of', { label: one.label, day: formatDate(one.heldOn, locale) }),
    countOf(t, one),
    one.publishedAt ? '' : t('deliberation.draft'),
  ]
    .filter(Boolean)
    .join(' · ')
