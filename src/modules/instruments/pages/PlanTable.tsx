import { formatDate, type Locale } from '#kernel/i18n'
import { Table, Verdict } from '#kernel/ui'
import { elections } from '../elections.ts'
import { type Plan, stepsOf } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import { sayStep } from '../saying.ts'
import type { VoteConflict } from '../rules/votePlan.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly plan: Plan
  readonly wishedOn: string | null
}

/** Whether the day wished is allowed and what forbids it; then every day that follows from it. */
export const PlanTable = ({ t, locale, plan, wishedOn }: Props) => (
  <>
    {plan.of === 'vote' ? (
      <VoteVerdict t={t} locale={locale} plan={plan} wishedOn={wishedOn} />
    ) : (
      <Verdict is={plan.plan.isTooShort ? 'refused' : 'allowed'} title={t(plan.plan.isTooShort ? 'plan.tooShort' : 'plan.longEnough')}>
        {t('plan.earliestClose', { date: formatDate(plan.plan.earliestClose, locale) })}
      </Verdict>
    )}
    <Table
      caption={plan.of === 'vote' ? t('plan.caption', { date: formatDate(plan.plan.plannedOn, locale) }) : t('plan.title')}
      head={[t('plan.day'), t('plan.what')]}
      rows={stepsOf(plan).map(({ key, on, sense }) => [t(`sense.${sense}`, { date: formatDate(on, locale) }), sayStep(t, key)])}
    />
  </>
)

const VoteVerdict = ({ t, locale, plan: { plan }, wishedOn }: Props & { plan: Extract<Plan, { of: 'vote' }> }) => {
  const warnings = plan.conflicts.filter(({ because }) => because === 'holiday')
  const refusals = plan.conflicts.filter(({ because }) => because !== 'holiday')
  const earliest = t('plan.earliest', { date: formatDate(plan.earliest, locale) })
  return (
    <Verdict
      is={plan.isAllowed ? 'allowed' : 'refused'}
      title={
        wishedOn === null && plan.isAllowed
          ? earliest
          : t(plan.isAllowed ? 'plan.allowed' : 'plan.forbidden', { date: formatDate(plan.votingOn, locale) })
      }
    >
      {refusals.length + warnings.length > 0 && (
        <ul>
          {[...refusals, ...warnings].map(conflict => (
            <li key={conflict.because}>{sayConflict(t, conflict, locale)}</li>
          ))}
        </ul>
      )}
      {wishedOn !== null && <p>{earliest}</p>}
    </Verdict>
  )
}

const sayConflict = (t: T, conflict: VoteConflict, locale: Locale): string => {
  const date = formatDate(conflict.day, locale)
  if (conflict.because !== 'blackout') return t(`conflict.${conflict.because}`, { date })
  const { election, from, until } = conflict.blackout
  return t('conflict.blackout', {
    election: elections.find(({ id }) => id === election)?.label[locale] ?? election,
    from: formatDate(from, locale),
    until: formatDate(until, locale),
  })
}
