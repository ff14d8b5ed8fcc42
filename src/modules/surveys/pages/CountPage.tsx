import { said } from '#engines/surveys'
import type { Form } from '#kernel/forms'
import { type AnyForm, Button, Checkbox, Checkboxes, ErrorSummary, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { PublicationForm } from '../forms.ts'
import type { Survey } from '../queries/surveys.ts'
import type { Computed } from '../results.ts'
import { tableWords } from '../rules/tableWords.ts'
import { crumbsOf } from './crumbsOf.ts'
import { codeWordsIn } from './codeWordsIn.ts'
import { ResultBlocks, type ResultBlocksProps } from './ResultBlocks.tsx'

interface Props extends Omit<ResultBlocksProps, 'results'> {
  readonly survey: Survey
  readonly form: Form<PublicationForm>
  readonly computed: Computed | null
  readonly refusal: 'not-counted' | 'nobody' | null
  readonly offered: readonly { readonly question: string; readonly by: string }[]
  readonly crossings: readonly string[]
  readonly weighted: boolean
  /** There are figures of the population to weight on. */
  readonly canWeight: boolean
  readonly unread: number
}

/** What would be published, chosen and looked at by an agent before it is. */
export const CountPage = (props: Props) => {
  const { t, locale, survey, questionnaire, form, computed, refusal, offered, crossings, weighted, canWeight, unread } = props
  const wording = tableWords(questionnaire, locale, codeWordsIn(t, locale))
  const chosen: AnyForm = { values: { crossing: crossings, weighted: weighted ? 'oui' : '' }, errors: {} }
  return (
    <Page title={t('count.title')} kicker={said(survey.title, 'fr').text} lead={t('count.lead')} breadcrumb={crumbsOf(t, survey, 'manage')}>
      {refusal !== null && <Notice kind="warning" title={t(`refused.${refusal}`)} />}
      {unread > 0 && (
        <Notice kind="warning" title={t('count.unread', { n: unread })}>
          <a href={`/enquetes/${survey.id}/textes`}>{t('texts.title')}</a>
        </Notice>
      )}
      {computed && (
        <>
          <Section title={t('count.choose')} lead={t('count.chooseLead')}>
            <form method="get" action={`/enquetes/${survey.id}/depouillement`}>
              {offered.length > 0 && (
                <Checkboxes
                  form={chosen}
                  name="crossing"
                  label={t('count.crossings')}
                  optional
                  options={offered.map(one => ({
                    value: `${one.question}×${one.by}`,
                    label: t('count.crossing', { question: wording.title(one.question), by: wording.title(one.by) }),
                  }))}
                />
              )}
              {canWeight ? (
                <Checkbox form={chosen} name="weighted" label={t('count.weighted')} hint={t('count.weightedHint')} />
              ) : (
                <p class="soft">{t('results.noPopulationText')}</p>
              )}
              <Button kind="secondary">{t('count.look')}</Button>
            </form>
          </Section>
          {computed.refusal && <Notice kind="warning" title={t('weight.refused')} />}
          <ResultBlocks t={t} locale={locale} questionnaire={questionnaire} results={computed.results} />
          <Section title={t('count.publish')}>
            <Notice title={t('count.final')}>{t('count.finalText')}</Notice>
            <ErrorSummary form={form} />
            <form method="post" action={`/enquetes/${survey.id}/publication`} noValidate>
              {crossings.map(one => (
                <input key={one} type="hidden" name="crossing" value={one} />
              ))}
              <input type="hidden" name="weighted" value={weighted ? 'oui' : ''} />
              <TextArea
                form={form}
                name="remarks"
                label={t('count.remarks')}
                hint={t('count.remarksHint')}
                rows={4}
                maxlength={4000}
                optional
              />
              <Button>{t('count.publish')}</Button>
            </form>
          </Section>
        </>
      )}
    </Page>
  )
}
