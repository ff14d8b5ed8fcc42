import type { Form } from '#kernel/forms'
import { formatDate, type Locale } from '#kernel/i18n'
import { Button, Checkbox, Choice, ErrorSummary, Field, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { WordReading } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Word } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly word: Word
  readonly serviceName: string
  readonly form: Form<WordReading>
  /** Days after which the original goes. */
  readonly days: number
}

/** An agent reads what somebody wrote, corrects the masking, and publishes it or says why not. */
export const WordPage = ({ t, locale, word, serviceName, form, days }: Props) => (
  <Page
    title={t('word.one')}
    kicker={serviceName}
    lead={t('word.received', { date: formatDate(word.receivedOn, locale), channel: t(`channel.${word.channel}`).toLowerCase() })}
    breadcrumb={[
      { label: t('title'), href: '/evaluations' },
      { label: t('word.title'), href: '/evaluations/paroles' },
    ]}
  >
    <Section title={t('word.original')} lead={word.original === null ? t('word.originalGone') : t('word.originalLead', { days })}>
      {word.original !== null && (
        <blockquote>
          {word.original.split(/\n+/).map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </blockquote>
      )}
    </Section>
    {word.verdict !== null ? (
      <Notice>{t('word.already')}</Notice>
    ) : (
      <>
        <ErrorSummary form={form} />
        <form method="post" action={`/evaluations/paroles/${word.id}`} noValidate>
          <TextArea form={form} name="text" label={t('word.text')} hint={t('word.textHint')} rows={6} maxlength={3000} />
          <Choice
            form={form}
            name="verdict"
            label={t('word.verdict')}
            options={[
              { value: 'published', label: t('word.publish') },
              { value: 'refused', label: t('word.refuse') },
            ]}
          />
          {form.errors.confirmed && <Checkbox form={form} name="confirmed" label={t('word.confirm')} />}
          <Field form={form} name="reason" label={t('word.reason')} hint={t('word.reasonHint')} optional />
          <Button>{t('word.send')}</Button>
        </form>
      </>
    )}
  </Page>
)
