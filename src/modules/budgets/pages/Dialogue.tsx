import { ModeratedContent, ReportLink } from '#engines/moderation'
import { Actions, Button, By, Disclosure, ErrorSummary, Section, TextArea } from '#kernel/ui'
import type { IdeaProps } from './ideaProps.ts'
import { plainParagraphs } from './plainParagraphs.tsx'
import { ideaPath, messageSubject } from '../rules/sitePath.ts'

/** What is said about the file, in public; and what its author may do with it. */
export const Dialogue = (props: IdeaProps) => {
  const { t, idea, messages, may, forms } = props
  const path = ideaPath(idea.id)
  if (messages.length === 0 && !may.write && !may.withdraw && !may.appeal) return null
  return (
    <Section title={t('dialogue.title')} id="dialogue" lead={t('dialogue.lead')}>
      <Messages {...props} />
      {may.write && (
        <form method="post" action={`${path}/messages`} noValidate>
          <ErrorSummary form={forms.message} />
          <TextArea form={forms.message} name="message" label={t('dialogue.write')} rows={3} />
          <Actions>
            <Button kind="secondary">{t('dialogue.send')}</Button>
          </Actions>
        </form>
      )}
      {may.appeal && (
        <form method="post" action={`${path}/recours`} noValidate>
          <ErrorSummary form={forms.appeal} />
          <TextArea form={forms.appeal} name="appeal" label={t('appeal.text')} hint={t('appeal.hint')} rows={4} />
          <Actions>
            <Button>{t('appeal.send')}</Button>
          </Actions>
        </form>
      )}
      {may.withdraw && (
        <Disclosure summary={t('withdraw.title')} open={Object.keys(forms.withdraw.errors).length > 0}>
          <form method="post" action={`${path}/retrait`} noValidate>
            <TextArea form={forms.withdraw} name="withdrawReason" label={t('withdraw.reason')} rows={2} optional />
            <Actions>
              <Button kind="danger">{t('withdraw.send')}</Button>
            </Actions>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}

const Messages = ({ t, locale, reader, messages, moderated }: IdeaProps) =>
  messages.length === 0 ? (
    <p class="soft">{t('dialogue.none')}</p>
  ) : (
    <ul class="listing">
      {messages.map(message => {
        const subject = messageSubject(message.id)
        return (
          <li key={message.id} id={`message-${message.id}`} class="listing__item">
            <div class="listing__body">
              <By name={message.author} college={message.college} at={message.at} keyedBy={message.keyedBy} />
              <ModeratedContent moderated={moderated.get(subject)} reader={reader} locale={locale} subject={subject}>
                {plainParagraphs(message.text)}
                <p class="soft">
                  <ReportLink subject={subject} locale={locale} />
                </p>
              </ModeratedContent>
            </div>
          </li>
        )
      })}
    </ul>
  )
