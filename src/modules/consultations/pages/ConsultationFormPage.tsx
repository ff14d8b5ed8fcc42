import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Field, Page, Section, TextArea } from '#kernel/ui'
import type { ConsultationForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import { moderatedWhen, whoAdds } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

/** Preparing a consultation, or correcting what it says of itself. */
export const ConsultationFormPage = ({
  t,
  consultation,
  form,
}: {
  t: T
  consultation: Consultation | null
  form: Form<ConsultationForm>
}) => {
  const isDraft = consultation === null || consultation.state === 'draft'
  return (
    <Page
      title={t(consultation ? 'form.correct' : 'form.new')}
      lead={t('form.lead')}
      breadcrumb={consultation ? crumbs(t, consultation) : [{ label: t('consultations.title'), href: '/consultations' }]}
    >
      <ErrorSummary form={form} />
      <form method="post" action={consultation ? `/consultations/${consultation.id}/correction` : '/consultations'} noValidate>
        <Field form={form} name="title" label={t('form.title')} hint={t('form.titleHint')} />
        <TextArea
          form={form}
          name="introduction"
          label={t('form.introduction')}
          hint={t('form.introductionHint')}
          rows={6}
          maxlength={4000}
        />
        <Section title={t('form.frame')} lead={t('form.frameLead')}>
          <Field form={form} name="organiser" label={t('frame.organiser')} />
          <TextArea form={form} name="purpose" label={t('frame.purpose')} rows={3} maxlength={2000} />
          <TextArea form={form} name="followUp" label={t('frame.followUp')} hint={t('form.followUpHint')} rows={3} maxlength={2000} />
          <Field form={form} name="resultsAt" label={t('frame.resultsAt')} optional />
        </Section>
        <Section title={t('form.about')} lead={t('form.aboutLead')}>
          <Field
            form={form}
            name="measure"
            label={t('form.measure')}
            hint={t('form.measureHint')}
            width="short"
            inputmode="numeric"
            optional
          />
          <Field
            form={form}
            name="service"
            label={t('form.service')}
            hint={t('form.serviceHint')}
            width="short"
            inputmode="numeric"
            optional
          />
        </Section>
        {isDraft && (
          <Section title={t('form.dates')} lead={t('form.datesLead')}>
            <Field form={form} name="opensOn" type="date" label={t('form.opensOn')} />
            <Field form={form} name="closesOn" type="date" label={t('form.closesOn')} hint={t('form.closesOnHint')} />
          </Section>
        )}
        {!isDraft && (
          <>
            <input type="hidden" name="opensOn" value={consultation.opensOn} />
            <input type="hidden" name="closesOn" value={consultation.closesOn} />
          </>
        )}
        <Section title={t('form.rules')}>
          <Choice
            form={form}
            name="moderated"
            label={t('form.moderated')}
            hint={t('form.moderatedHint')}
            options={moderatedWhen.map(value => ({ value, label: t(`moderated.${value}`) }))}
          />
          <Choice
            form={form}
            name="whoAdds"
            label={t('form.whoAdds')}
            options={whoAdds.map(value => ({ value, label: t(`whoAdds.${value}`) }))}
          />
        </Section>
        {isDraft ? (
          <TextArea form={form} name="seeds" label={t('form.seeds')} hint={t('form.seedsHint')} rows={12} />
        ) : (
          <Field form={form} name="reason" label={t('form.reason')} hint={t('form.reasonHint')} />
        )}
        <Button>{t(isDraft ? 'form.save' : 'form.publishCorrection')}</Button>
      </form>
    </Page>
  )
}
