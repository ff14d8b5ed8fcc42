import { renderMarkdown } from '#engines/texts'
import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, Empty, ErrorSummary, Field, FormPaper, Notice, Page, Prose, Section, TextArea } from '#kernel/ui'
import { NewEdition, Signature } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { RulesEdition } from '../queries/workshop.ts'

export interface RulesProps {
  readonly t: T
  readonly locale: Locale
  readonly rules: RulesEdition | null
  readonly isSigned: boolean
  readonly isSignedIn: boolean
  readonly runs: boolean
  readonly code: string
  readonly signature?: Form<Signature>
  readonly edition?: Form<NewEdition>
}

/** The safety rules, to read and to sign; on paper too. */
export const RulesPage = ({
  t,
  locale,
  rules,
  isSigned,
  isSignedIn,
  runs,
  code,
  signature = emptyForm(Signature),
  edition = emptyForm(NewEdition),
}: RulesProps) => (
  <Page
    title={t('rules.title')}
    lead={rules && t('rules.edition', { n: rules.edition, day: formatDate(rules.since, locale) })}
    breadcrumb={[{ label: t('title'), href: '/fablab' }]}
    code={code}
  >
    {rules === null ? (
      <Empty title={t('rules.none')} />
    ) : (
      <>
        <Prose html={renderMarkdown(rules.text, { under: 1 }).__html} />
        {isSigned ? (
          <Notice kind="success" title={t('rules.signed')} />
        ) : (
          <FormPaper code={code}>
            {!isSignedIn && <p>{t('rules.signIn')}</p>}
            <form method="post" action="/fablab/reglement" noValidate>
              <ErrorSummary form={signature} />
              <Checkbox form={signature} name="agreed" label={t('rules.agreed')} />
              <Button>{t('rules.sign')}</Button>
            </form>
          </FormPaper>
        )}
      </>
    )}
    {runs && (
      <Section title={t('rules.new')} lead={t('rules.newLead')} id="edition">
        <form method="post" action="/fablab/reglement/editions" noValidate>
          <ErrorSummary form={edition} prefix="edition" />
          <TextArea form={edition} name="text" label={t('rules.text')} rows={10} prefix="edition" />
          <Field form={edition} name="since" type="date" label={t('rules.since')} prefix="edition" />
          <Button kind="secondary">{t('rules.publish')}</Button>
        </form>
      </Section>
    )}
  </Page>
)
