import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { PetitionState } from '../rules/petition.ts'
import type { ShownPetition } from '../views.ts'

const tones = {
  open: 'river',
  closed: 'plain',
  submitted: 'ochre',
  insufficient: 'plain',
  admissible: 'ochre',
  answered: 'leaf',
  withdrawn: 'plain',
} as const satisfies Record<PetitionState, string>

/** Where a petition stands, in a line. */
export const PetitionNote = ({
  t,
  locale,
  shown: { petition, state, signatures, threshold },
}: {
  t: T
  locale: Locale
  shown: ShownPetition
}) => (
  <>
    <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>{' '}
    {threshold === null
      ? t('petition.count', { n: signatures })
      : t('petition.countOf', { n: signatures, threshold: formatNumber(threshold, locale) })}
    {state === 'open' && `, ${t('petition.until', { date: formatDate(petition.closesOn, locale) })}`}
  </>
)
