import { rhythms } from '#engines/following'
import type { Form } from '#kernel/forms'
import { Button, Choice, ErrorSummary, Notice, Page } from '#kernel/ui'
import type { LetterRhythm } from '../forms.ts'
import type { T } from '../locales/index.ts'

export const LettersPage = ({ t, form, isSaved, isRefused }: { t: T; form: Form<LetterRhythm>; isSaved: boolean; isRefused: boolean }) => (
  <Page title={t('letters.title')} lead={t('letters.lead')} breadcrumb={[{ label: t('list.title'), href: '/notifications' }]}>
    {isSaved && <Notice kind="success" title={t('letters.saved')} />}
    {isRefused && <Notice kind="warning">{t('letters.refused')}</Notice>}
    <ErrorSummary form={form} />
    <form method="post" action="/compte/courriers" noValidate>
      <Choice
        form={form}
        name="rhythm"
        label={t('letters.rhythm')}
        options={rhythms.map(value => ({ value, label: t(`rhythm.${value}`) }))}
      />
      <Button>{t('letters.save')}</Button>
    </form>
  </Page>
)
