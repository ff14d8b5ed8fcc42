import { type AnyForm, Button, Choice, Empty, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Survey } from '../queries/surveys.ts'
import { mayNameSomeone } from '../rules/textDecision.ts'
import type { FreeText } from '../texts.ts'
import { crumbsOf } from './crumbsOf.ts'

interface Props {
  readonly t: T
  readonly survey: Survey
  readonly texts: readonly FreeText[]
  readonly unread: number
  readonly errors: Readonly<Record<string, string>>
}

/** Free texts, read one by one before anything of them is published. */
export const TextsPage = ({ t, survey, texts, unread, errors }: Props) => (
  <Page title={t('texts.title')} lead={t('texts.lead', { n: unread })} breadcrumb={crumbsOf(t, survey, 'manage')}>
    {texts.length === 0 && <Empty title={t('texts.empty')} />}
    {texts.map((text, at) => {
      const error = errors[`${text.response} ${text.field}`]
      const warns = mayNameSomeone(text.text)
      const form: AnyForm = { values: { decision: warns ? 'edited' : 'shown', text: text.text }, errors: error ? { decision: error } : {} }
      return (
        <Section key={`${text.response} ${text.field}`} title={text.question}>
          <blockquote>{text.text}</blockquote>
          {warns && <Notice kind="warning" title={t('texts.warning')} />}
          <form method="post" action={`/enquetes/${survey.id}/textes`} noValidate>
            <input type="hidden" name="response" value={text.response} />
            <input type="hidden" name="field" value={text.field} />
            <Choice
              form={form}
              name="decision"
              label={t('texts.decision')}
              prefix={`text${at}`}
              options={[
                { value: 'shown', label: t('texts.shown') },
                { value: 'edited', label: t('texts.edited') },
                { value: 'kept-back', label: t('texts.kept-back') },
              ]}
            />
            <TextArea form={form} name="text" label={t('texts.text')} rows={3} prefix={`text${at}`} optional />
            <Button kind="secondary" label={`${t('texts.save')} : ${text.text.slice(0, 60).toWellFormed()}`}>
              {t('texts.save')}
            </Button>
          </form>
        </Section>
      )
    })}
  </Page>
)
