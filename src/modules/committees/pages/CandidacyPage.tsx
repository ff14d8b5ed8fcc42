import type { z } from 'zod'
import type { Form } from '#kernel/forms'
import { Button, ErrorSummary, FormPaper, Notice, Page, TextArea } from '#kernel/ui'
import type { Application } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Candidacy } from '../queries/candidacies.ts'
import { type Committee, committeeUrl } from '../committee.ts'
import type { CandidacyRefusal } from '../rules/canApply.ts'

/** Where a resident applies for a seat of users, on screen or on paper, and reads the answer. */
export const CandidacyPage = ({
  t,
  committee,
  latest,
  refusal,
  signedIn,
  code,
  form,
}: {
  t: T
  committee: Committee
  latest: Candidacy | undefined
  /** Why this person may not apply now, or null. */
  refusal: CandidacyRefusal | null
  signedIn: boolean
  code: string
  form: Form<z.output<typeof Application>>
}) => (
  <Page
    title={t('candidacy.title')}
    kicker={committee.name}
    lead={t('candidacy.lead', { name: committee.name })}
    code={code}
    breadcrumb={[
      { label: t('committees.title'), href: '/comites' },
      { label: committee.name, href: committeeUrl(committee.id) },
    ]}
  >
    <ErrorSummary form={form} />
    {latest?.decision === null && (
      <>
        <Notice>{t('candidacy.waits')}</Notice>
        <form method="post" action={committeeUrl(committee.id, '/candidature/retrait')}>
          <Button kind="secondary">{t('candidacy.withdraw')}</Button>
        </form>
      </>
    )}
    {latest?.decision && <Notice>{t(`candidacy.${latest.decision}`, { reason: latest.reason })}</Notice>}
    {refusal && refusal !== 'already-applied' && <Notice>{t(`refused.${refusal}`)}</Notice>}
    {!signedIn && <p class="only-screen">{t('candidacy.signIn')}</p>}
    {refusal === null && (
      <FormPaper code={code}>
        <form method="post" action={committeeUrl(committee.id, '/candidature')} noValidate>
          <TextArea form={form} name="motive" label={t('candidacy.motive')} hint={t('candidacy.motiveHint')} rows={6} />
          <p>{t('candidacy.answered')}</p>
          <Button>{t('candidacy.submit')}</Button>
        </form>
      </FormPaper>
    )}
  </Page>
)
