import type { Form } from '#kernel/forms'
import { Button, By, Choice, ErrorSummary, Page, Section, TextArea, Thread } from '#kernel/ui'
import type { StageForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { MeasureDetail } from '../queries/readMeasure.ts'
import { stages } from '../rules/stages.ts'

interface Props {
  readonly t: T
  readonly measure: MeasureDetail
  /** Drawn for who may change the stage. */
  readonly form: Form<StageForm> | null
}

export const StagesPage = ({ t, measure, form }: Props) => (
  <Page
    title={t('stages.title', { title: measure.title })}
    lead={t('stages.lead')}
    breadcrumb={[
      { label: t('measures.title'), href: '/mesures' },
      { label: measure.title, href: `/mesures/${measure.id}` },
    ]}
  >
    {form && (
      <Section title={t('stages.change')}>
        <ErrorSummary form={form} />
        <form method="post" action={`/mesures/${measure.id}/etapes`} noValidate>
          <Choice
            form={form}
            name="stage"
            label={t('stages.to')}
            options={stages.filter(stage => stage !== measure.stage).map(stage => ({ value: stage, label: t(`stage.${stage}`) }))}
          />
          <TextArea form={form} name="reason" label={t('stages.reason')} hint={t('stages.reasonHint')} maxlength={2000} />
          <Button>{t('stages.submit')}</Button>
        </form>
      </Section>
    )}
    <Section title={t('measure.happened')}>
      <Thread
        entries={measure.stages.map(row => ({
          kind: 'decision' as const,
          at: row.at,
          title: t(`stage.${row.stage}`),
          text: row.reason,
          by: row.author ? <By name={row.author} /> : undefined,
        }))}
      />
    </Section>
  </Page>
)
