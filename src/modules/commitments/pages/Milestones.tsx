import { formatDate } from '#kernel/i18n'
import { Section, Table, Tag } from '#kernel/ui'
import type { CommitmentMilestone } from '../commitment.ts'
import { type MilestoneState, milestoneState } from '../rules/milestones.ts'
import type { CommitmentProps } from './props.ts'

const tones = { ahead: 'river', late: 'brick', done: 'leaf', 'done-late': 'ochre', dropped: 'plain' } as const satisfies Record<
  MilestoneState,
  string
>

/** The steps of a promise, each with its day, the first one when it was put off, and the reasons. */
export const Milestones = ({ t, locale, today, commitment }: Pick<CommitmentProps, 't' | 'locale' | 'today' | 'commitment'>) => {
  const { milestones } = commitment
  if (milestones.length === 0) return null
  const reasons = (milestone: CommitmentMilestone) => milestone.steps.filter(step => step.note !== '').map(step => step.note)
  const due = ({ dueOn, firstDueOn }: CommitmentMilestone) =>
    dueOn === firstDueOn
      ? formatDate(dueOn, locale)
      : t('page.dueFirst', { date: formatDate(dueOn, locale), first: formatDate(firstDueOn, locale) })
  return (
    <Section title={t('milestones.title')} id="jalons" lead={t('milestones.lead')}>
      <Table
        caption={t('milestones.title')}
        hideCaption
        head={[t('milestones.step'), t('milestones.day'), t('milestones.state'), t('milestones.reason')]}
        rows={milestones.map(milestone => {
          const state = milestoneState(milestone, today)
          return [
            milestone.title,
            due(milestone),
            <Tag tone={tones[state]}>{t(`milestone.${state}`)}</Tag>,
            reasons(milestone).map((reason, at) => <p key={at}>{reason}</p>),
          ]
        })}
      />
    </Section>
  )
}
