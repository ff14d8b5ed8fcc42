import { type Paragraph, renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, FormPaper, Page, Prose, Section, TextArea } from '#kernel/ui'
import { type Improvement, longestText } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { AmendmentDetail } from '../queries/readAmendment.ts'
import { crumbs, type MeasureName } from './crumbs.ts'

/** The author writes the same amendment better. */
export const ImprovePage = ({
  t,
  measure,
  amendment,
  passage,
  form,
  code,
}: {
  t: T
  measure: MeasureName
  amendment: Pick<AmendmentDetail, 'id' | 'gesture' | 'baseVersion'>
  passage: readonly Paragraph[]
  form: Form<Improvement>
  code: string
}) => (
  <Page
    title={t('improve.title')}
    kicker={t('amendment.kicker', { measure: measure.title })}
    lead={t('improve.lead')}
    breadcrumb={crumbs(t, measure, 'amendments')}
    code={code}
  >
    <ErrorSummary form={form} />
    <FormPaper code={code}>
      <form method="post" action={`/mesures/${measure.id}/amendements/${amendment.id}/amelioration`} noValidate>
        {passage.length > 0 && (
          <Section title={amendment.gesture === 'addition' ? t('new.after') : t('new.now', { n: amendment.baseVersion })}>
            {passage.map(({ id, text }) => (
              <Prose key={id} html={renderMarkdown(text).__html} />
            ))}
          </Section>
        )}
        {amendment.gesture !== 'removal' && (
          <TextArea
            form={form}
            name="text"
            label={t(`new.text.${amendment.gesture}`)}
            hint={t('new.textHint')}
            rows={10}
            maxlength={longestText}
          />
        )}
        <TextArea form={form} name="reason" label={t('new.reason')} hint={t('new.reasonHint')} rows={4} />
        <Button>{t('improve.submit')}</Button>
      </form>
    </FormPaper>
  </Page>
)
