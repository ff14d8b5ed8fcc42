import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, FormPaper, Hidden, Page, TextArea } from '#kernel/ui'
import { longestProposal, type NewProposal } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly form: Form<NewProposal>
  /** The page of this site it is born from; empty when none. */
  readonly origin: string
  readonly code: string
}

/** Where one proposes a measure, on screen or on paper. */
export const NewProposalPage = ({ t, form, origin, code }: Props) => (
  <Page
    title={t('new.title')}
    lead={t('new.lead')}
    code={code}
    breadcrumb={[
      { label: t('measures.title'), href: '/mesures' },
      { label: t('list.title'), href: '/mesures/propositions' },
    ]}
  >
    {origin !== '' && (
      <p>
        {t('new.origin')} <a href={origin}>{t('proposal.originLink')}</a>
      </p>
    )}
    <ErrorSummary form={form} />
    <FormPaper code={code}>
      <form method="post" action="/mesures/propositions" noValidate>
        <Hidden form={form} name="origin" value={origin} />
        <Field form={form} name="title" label={t('new.name')} hint={t('new.nameHint')} />
        <TextArea form={form} name="text" label={t('new.text')} hint={t('new.textHint')} rows={10} maxlength={longestProposal} />
        <TextArea form={form} name="reason" label={t('new.reason')} hint={t('new.reasonHint')} rows={4} />
        <Button>{t('new.send')}</Button>
      </form>
    </FormPaper>
  </Page>
)
