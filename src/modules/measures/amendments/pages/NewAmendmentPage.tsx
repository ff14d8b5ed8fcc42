import { type Paragraph, renderMarkdown } from '#engines/texts'
import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, FormPaper, Hidden, Page, Prose, Section, TextArea } from '#kernel/ui'
import { longestText, type NewAmendment } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Gesture } from '../rules/terms.ts'
import { crumbs, type MeasureName } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly measure: MeasureName
  readonly gesture: Gesture
  readonly version: number
  /** The paragraphs chosen, as they are in that version. */
  readonly passage: readonly Paragraph[]
  readonly form: Form<NewAmendment>
  readonly code: string
}

/** Proposes to write a passage anew, to remove it, or to add after it, with a reason. */
export const NewAmendmentPage = ({ t, measure, gesture, version, passage, form, code }: Props) => (
  <Page
    title={t(`new.${gesture}`)}
    kicker={t('amendment.kicker', { measure: measure.title })}
    breadcrumb={crumbs(t, measure, 'amendments')}
    code={code}
  >
    <ErrorSummary form={form} />
    <FormPaper code={code}>
      <form method="post" action={`/mesures/${measure.id}/amendements`} noValidate>
        <Hidden form={form} name="gesture" value={gesture} />
        <Hidden form={form} name="version" value={version} />
        <Hidden form={form} name="origin" />
        {passage.map(({ id }) => (
          <Hidden key={id} form={form} name="paragraph" value={id} />
        ))}
        {passage.length === 0 ? (
          <p>{t('new.atStart')}</p>
        ) : (
          <Section title={gesture === 'addition' ? t('new.after') : t('new.now', { n: version })}>
            {passage.map(({ id, text }) => (
              <Prose key={id} html={renderMarkdown(text).__html} />
            ))}
          </Section>
        )}
        {gesture !== 'removal' && (
          <TextArea form={form} name="text" label={t(`new.text.${gesture}`)} hint={t('new.textHint')} rows={10} maxlength={longestText} />
        )}
        <TextArea form={form} name="reason" label={t('new.reason')} hint={t('new.reasonHint')} rows={4} />
        <p class="soft">{t('new.next')}</p>
        <Button>{t('new.submit')}</Button>
      </form>
    </FormPaper>
    <p>
      <a href={`/mesures/${measure.id}/amendements/nouveau`}>{t('new.other')}</a>
    </p>
  </Page>
)
