import { formatDate, type Locale } from '#kernel/i18n'
import { Listing } from '#kernel/ui'
import { type Commitment, lateMilestones, latestOf, reviewLate, standingOf } from '../commitment.ts'
import type { T } from '../locales/index.ts'
import { sayFigure, sayPromise } from '../saying.ts'
import { StandingTag } from './StandingTag.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly commitments: readonly Commitment[]
}

/** Commitments one under the other: what, how much, by when, and where it stands. */
export const CommitmentList = ({ t, locale, today, commitments }: Props) => (
  <Listing
    items={commitments.map(commitment => {
      const last = latestOf(commitment, today)
      return {
        href: `/engagements/${commitment.id}`,
        title: commitment.title,
        text: (
          <>
            <p>
              {sayPromise(t, commitment, locale)}, {t('promise.due', { date: formatDate(commitment.dueOn, locale) })}
            </p>
            <p>
              {last
                ? t('promise.now', { value: sayFigure(last.value, commitment.unit, locale), date: formatDate(last.on, locale) })
                : t('promise.none')}
            </p>
            {lateMilestones(commitment, today).map(({ id, title, dueOn }) => (
              <p key={id}>{t('promise.lateStep', { title, date: formatDate(dueOn, locale) })}</p>
            ))}
            {reviewLate(commitment, today) && <p>{t('page.reviewLate', { date: formatDate(commitment.reviewOn ?? '', locale) })}</p>}
          </>
        ),
        note: <StandingTag t={t} standing={standingOf(commitment, today)} />,
      }
    })}
  />
)
