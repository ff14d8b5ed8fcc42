import { formatDate, type Locale } from '#kernel/i18n'
import { By, Button, ErrorSummary, Disclosure, TextArea, Face } from '#kernel/ui'
import type { Form } from '#kernel/forms'
import type { NewReply } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Word } from '../schema.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly word: Word
  /** The form to answer it; null for who may not. */
  readonly reply: Form<NewReply> | null
}

/** Words somebody wrote, as they were published, and the answer of the service. */
export const WordCard = ({ t, locale, word, reply }: Props) => (
  <article class="section" id={`parole-${word.id}`}>
    <blockquote>
      {(word.published ?? '').split(/\n+/).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </blockquote>
    <p class="soft">
      {word.satisfaction && (
        <>
          <Face mood={word.satisfaction} /> {t(`intention.${word.satisfaction}`)} ·{' '}
        </>
      )}
      {formatDate(word.receivedOn, locale)}, {t(`channel.${word.channel}`).toLowerCase()}
    </p>
    {word.reply && (
      <div>
        <h3>{t('word.reply')}</h3>
        <p>{word.reply.text}</p>
        <By name={t('word.replyBy', { name: word.reply.name })} college="agents" at={word.reply.at} />
      </div>
    )}
    {!word.reply && reply && (
      <Disclosure summary={t('word.replyWrite')} open={Object.keys(reply.errors).length > 0}>
        <ErrorSummary form={reply} prefix={`reponse-${word.id}`} />
        <form method="post" action={`/evaluations/paroles/${word.id}/reponse`} noValidate>
          <TextArea form={reply} name="text" label={t('word.replyText')} rows={3} maxlength={2000} prefix={`reponse-${word.id}`} />
          <Button kind="secondary">{t('word.replySend')}</Button>
        </form>
      </Disclosure>
    )}
  </article>
)
