import { said, type Section } from '#engines/surveys'
import { type AnyForm, Button, ErrorSummary, Field, Notice, Page } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { crumbsOf } from './crumbsOf.ts'

/** The title of a page of the survey, and what is said before its questions. */
export const SectionPage = ({
  t,
  survey,
  section,
  form,
  isFrozen,
}: {
  t: T
  survey: Survey
  section: Section
  form: AnyForm
  isFrozen: boolean
}) => (
  <Page title={said(section.title, 'fr').text} breadcrumb={crumbsOf(t, survey, 'questions')}>
    {isFrozen && <Notice title={t('edit.frozenTitle')}>{t('edit.frozen')}</Notice>}
    <ErrorSummary form={form} />
    <form method="post" action={`/enquetes/${survey.id}/parties/${section.code}`} noValidate>
      <Field form={form} name="title" label={t('edit.pageTitle')} />
      <Field form={form} name="intro" label={t('edit.pageIntro')} optional />
      {isFrozen && <Field form={form} name="reason" label={t('edit.reason')} hint={t('edit.reasonHint')} />}
      <Button>{t('words.save')}</Button>
    </form>
  </Page>
)
