import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Choice, Disclosure, ErrorSummary, Field, FormPaper, Page, Section, TextArea } from '#kernel/ui'
import { rulesPath } from '#engines/moderation'
import type { EditedArgument, NewArgument } from '../forms.ts'
import { type DebateSubject, debateUrl } from '../subject.ts'
import { words } from '../locales/index.ts'

/** The form for a new argument or question. */
export const NewArgumentPage = ({
  locale,
  subject,
  form,
  code,
}: {
  locale: Locale
  subject: DebateSubject
  form: Form<NewArgument>
  code: string
}) => {
  const t = words(locale)
  const url = debateUrl(subject)
  return (
    <Page title={t('form.newTitle')} kicker={subject.title} breadcrumb={trail(subject, t('debate.title'))} code={code}>
      <ErrorSummary form={form} />
      <form method="post" action={url} noValidate>
        <FormPaper code={code}>
          <Choice
            form={form}
            name="stance"
            label={t('form.stance')}
            options={(['for', 'against', 'question'] as const).map(value => ({ value, label: t(`form.${value}`) }))}
          />
          <TextArea form={form} name="text" label={t('form.text')} hint={t('form.textHint')} maxlength={2000} rows={7} />
          <Sources form={form} locale={locale} />
        </FormPaper>
        <p class="soft">
          {t('form.named')} <a href={rulesPath}>{t('form.rules')}</a>
        </p>
        <Button>{t('form.publish')}</Button>
      </form>
    </Page>
  )
}

/** The form to improve or withdraw one’s own text. */
export const EditArgumentPage = ({
  locale,
  subject,
  id,
  isReply,
  form,
}: {
  locale: Locale
  subject: DebateSubject
  id: string
  isReply: boolean
  form: Form<EditedArgument>
}) => {
  const t = words(locale)
  const here = `${debateUrl(subject)}/${id}`
  return (
    <Page title={t('form.editTitle')} lead={t('form.editLead')} kicker={subject.title} breadcrumb={trail(subject, t('debate.title'))}>
      <ErrorSummary form={form} />
      <form method="post" action={`${here}/modifier`} noValidate>
        <TextArea form={form} name="text" label={t('form.text')} hint={t('form.textHint')} maxlength={2000} rows={7} />
        {!isReply && <Sources form={form} locale={locale} />}
        <Button>{t('form.save')}</Button>
      </form>
      <Section title={t('argument.withdraw')} lead={t('argument.withdrawExplained')}>
        <Disclosure summary={t('argument.withdraw')}>
          <form method="post" action={`${here}/retrait`}>
            <Button kind="danger">{t('argument.withdrawConfirm')}</Button>
          </form>
        </Disclosure>
      </Section>
    </Page>
  )
}

const trail = (subject: DebateSubject, debate: string) => [
  { href: subject.url, label: subject.title },
  { href: debateUrl(subject), label: debate },
]

const Sources = ({ form, locale }: { form: Form<EditedArgument>; locale: Locale }) => {
  const t = words(locale)
  const given = (['sourceUrl1', 'sourceUrl2', 'sourceUrl3'] as const).some(name => form.values[name] || form.errors[name])
  return (
    <Disclosure summary={t('form.sources')} open={given}>
      <p class="soft">{t('form.sourcesHint')}</p>
      {(
        [
          ['sourceUrl1', 'sourceTitle1'],
          ['sourceUrl2', 'sourceTitle2'],
          ['sourceUrl3', 'sourceTitle3'],
        ] as const
      ).map(([url, title], at) => (
        <>
          <Field form={form} name={url} type="url" label={t('form.sourceUrl', { n: at + 1 })} optional />
          <Field form={form} name={title} label={t('form.sourceTitle', { n: at + 1 })} optional />
        </>
      ))}
    </Disclosure>
  )
}
