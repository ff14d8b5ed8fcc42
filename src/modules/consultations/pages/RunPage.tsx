import type { Form } from '#kernel/forms'
import { Actions, Button, DefinitionList, ErrorSummary, Field, Notice, Page, Section, Time } from '#kernel/ui'
import type { ProlongForm, PublishForm, ReasonForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Publication } from '../queries/maps.ts'
import { fewestSeeds } from '../rules/terms.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly today: string
  readonly consultation: Consultation
  readonly statements: number
  readonly publication: Publication | null
  readonly prolong: Form<ProlongForm>
  readonly close: Form<ReasonForm>
  readonly publish: Form<PublishForm>
}

/** What those who run a consultation do next. */
export const RunPage = (props: Props) => {
  const { t, today, consultation, statements, publication, prolong, close, publish } = props
  const path = `/consultations/${consultation.id}`
  const isOver =
    consultation.state === 'closed' ||
    consultation.state === 'published' ||
    (consultation.state === 'open' && today > consultation.closesOn)
  return (
    <Page title={t('run.title')} kicker={consultation.title} breadcrumb={crumbs(t, consultation)}>
      <DefinitionList
        items={[
          { term: t('run.state'), value: t(`state.${consultation.state}`) },
          { term: t('form.opensOn'), value: <Time at={consultation.opensOn} /> },
          { term: t('form.closesOn'), value: <Time at={consultation.closesOn} /> },
          { term: t('run.statements'), value: String(statements) },
          { term: t('run.participants'), value: String(consultation.participants) },
        ]}
      />
      {consultation.state === 'draft' && (
        <Section title={t('run.open')} lead={t('run.openLead')}>
          {statements < fewestSeeds && <Notice kind="warning">{t('step.too-few')}</Notice>}
          <form method="post" action={`${path}/ouverture`}>
            <Button>{t('run.openNow')}</Button>
          </form>
        </Section>
      )}
      {consultation.state === 'open' && !isOver && (
        <>
          <Section title={t('run.prolong')} lead={t('run.prolongLead')} id="prolonger">
            <ErrorSummary form={prolong} prefix="prolonger" />
            <form method="post" action={`${path}/prolongation`} noValidate>
              <Field form={prolong} name="closesOn" type="date" label={t('run.newDay')} prefix="prolonger" />
              <Field form={prolong} name="reason" label={t('form.reason')} prefix="prolonger" />
              <Button kind="secondary">{t('run.prolongNow')}</Button>
            </form>
          </Section>
          <Section title={t('run.close')} lead={t('run.closeLead')} id="clore">
            <ErrorSummary form={close} prefix="clore" />
            <form method="post" action={`${path}/cloture`} noValidate>
              <Field form={close} name="reason" label={t('form.reason')} prefix="clore" />
              <Button kind="danger">{t('run.closeNow')}</Button>
            </form>
          </Section>
        </>
      )}
      {isOver && (
        <Section title={t('run.publish')} lead={t('run.publishLead')} id="publier">
          {publication && <p>{t('run.publishedBefore', { n: publication.number })}</p>}
          <ErrorSummary form={publish} prefix="publier" />
          <form method="post" action={`${path}/publication`} noValidate>
            <Field form={publish} name="reason" label={t('run.publishReason')} prefix="publier" optional={!publication} />
            <Button>{t('run.publishNow')}</Button>
          </form>
        </Section>
      )}
      <Actions>
        <Button kind="secondary" href={`${path}/correction`}>
          {t('form.correct')}
        </Button>
        <Button kind="secondary" href={`${path}/feuilles`}>
          {t('run.sheets')}
        </Button>
      </Actions>
    </Page>
  )
}
