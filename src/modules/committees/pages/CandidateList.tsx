import { emptyForm } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, By, Field, Section, Select, TextArea } from '#kernel/ui'
import { CandidacyDecision } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { committeeUrl } from '../committee.ts'
import { vacantOn } from '../rules/composition.ts'
import type { SeatsView } from './views.ts'

/** Candidates to answer, each with the seat that they would take. */
export const CandidateList = ({ t, view }: { t: T; locale: Locale; view: SeatsView }) => {
  const free = vacantOn(view.seats, view.mandates, view.today).filter(seat => seat.college === 'users')
  return (
    <Section title={t('candidates.title')} id="candidatures">
      {view.candidacies.map(candidacy => {
        const form = emptyForm(CandidacyDecision, free[0] ? { seat: free[0].id } : {})
        const prefix = `candidature-${candidacy.id}`
        return (
          <form key={candidacy.id} method="post" action={committeeUrl(view.committee.id, `/candidatures/${candidacy.id}/decision`)}>
            <By name={candidacy.name} college="users" at={candidacy.appliedAt} />
            <p>{candidacy.motive}</p>
            {free.length > 0 && (
              <>
                <Select
                  form={form}
                  name="seat"
                  label={t('candidates.seat')}
                  options={free.map(seat => ({ value: seat.id, label: `${seat.label} (${seat.id})` }))}
                  prefix={prefix}
                  optional
                />
                <Field
                  form={form}
                  name="until"
                  type="date"
                  label={t('candidates.until')}
                  hint={t('seats.untilHint')}
                  prefix={prefix}
                  optional
                />
              </>
            )}
            <TextArea form={form} name="reason" label={t('candidates.reason')} hint={t('candidates.reasonHint')} rows={2} prefix={prefix} />
            <Actions>
              {free.length > 0 && (
                <Button name="decision" value="accepted" label={t('candidates.acceptOne', { name: candidacy.name })}>
                  {t('candidates.accept')}
                </Button>
              )}
              <Button kind="secondary" name="decision" value="refused" label={t('candidates.refuseOne', { name: candidacy.name })}>
                {t('candidates.refuse')}
              </Button>
            </Actions>
          </form>
        )
      })}
    </Section>
  )
}
