import { Actions, Button, Choice, Disclosure, ErrorSummary, Field, Section, Select, TextArea } from '#kernel/ui'
import { studyOutcomes } from '../rules/terms.ts'
import type { IdeaProps } from './ideaProps.ts'
import { ideaPath } from '../rules/sitePath.ts'

/** What agents do with an idea: study it, answer an appeal, merge it. */
export const StudyDesk = ({ t, idea, may, others, forms }: IdeaProps) => {
  const path = ideaPath(idea.id)
  const open = (errors: object) => Object.keys(errors).length > 0
  return (
    <>
      {may.answer && (
        <Section title={t('answer.title')} id="repondre">
          <form method="post" action={`${path}/recours/reponse`} noValidate>
            <ErrorSummary form={forms.answer} />
            <Choice
              form={forms.answer}
              name="decision"
              label={t('answer.decision')}
              options={[
                { value: 'maintained', label: t('answer.maintained') },
                { value: 'reopened', label: t('answer.reopened'), hint: t('answer.reopenedHint') },
              ]}
            />
            <TextArea form={forms.answer} name="answer" label={t('answer.reason')} rows={4} />
            <Actions>
              <Button>{t('answer.send')}</Button>
            </Actions>
          </form>
        </Section>
      )}
      {may.study && (
        <Section title={t('study.title')} id="etude" lead={t('study.lead')}>
          <form method="post" action={`${path}/etude`} noValidate>
            <ErrorSummary form={forms.study} />
            <Choice
              form={forms.study}
              name="outcome"
              label={t('study.outcome')}
              options={studyOutcomes.map(value => ({ value, label: t(`state.${value}`), hint: t(`study.hint.${value}`) }))}
            />
            <TextArea form={forms.study} name="reason" label={t('study.reason')} hint={t('study.reasonHint')} rows={4} />
            <TextArea form={forms.study} name="lines" label={t('study.lines')} hint={t('study.linesHint')} rows={4} optional />
            <Field form={forms.study} name="saidAs" label={t('study.saidAs')} hint={t('study.saidAsHint')} width="medium" />
            <Actions>
              <Button>{t('study.send')}</Button>
            </Actions>
          </form>
        </Section>
      )}
      {may.merge && others.length > 0 && (
        <Disclosure summary={t('merge.title')} open={open(forms.merge.errors)}>
          <p>{t('merge.lead')}</p>
          <form method="post" action={`${path}/fusion`} noValidate>
            <ErrorSummary form={forms.merge} />
            <Select
              form={forms.merge}
              name="into"
              label={t('merge.into')}
              options={others.map(({ id, title }) => ({ value: id, label: `${id}. ${title}` }))}
            />
            <TextArea form={forms.merge} name="mergeReason" label={t('merge.reason')} rows={2} />
            <Actions>
              <Button kind="secondary">{t('merge.send')}</Button>
            </Actions>
          </form>
        </Disclosure>
      )}
    </>
  )
}
