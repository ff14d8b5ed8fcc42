import type { Form } from '#kernel/forms'
import { Button, By, Choice, Disclosure, ErrorSummary, Notice, Page, Section, Select, Tag, TextArea, Thread, Verdict } from '#kernel/ui'
import { type AppealDecisionRefusal, type ContentFile, filePath, type PastDecision, queuePath, type Rulebook } from '#engines/moderation'
import type { AppealDecisionForm, DecisionForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { kindName, signalName } from './QueuePage.tsx'

interface Props {
  readonly t: T
  readonly file: ContentFile
  readonly rules: Rulebook
  readonly form: Form<DecisionForm>
  readonly appealForm: Form<AppealDecisionForm>
  readonly mayDecideAppeal: { readonly ok: true } | { readonly ok: false; readonly because: AppealDecisionRefusal }
}

/** All that the town hall knows about one content, and the decision to take. */
export const ContentFilePage = ({ t, file, rules, form, appealForm, mayDecideAppeal }: Props) => (
  <Page
    title={t('file.title', { kind: kindName(t, file.subject), author: file.authorName ?? t('queue.somebody') })}
    breadcrumb={[{ href: queuePath, label: t('queue.title') }]}
  >
    <ErrorSummary form={form} />
    <ErrorSummary form={appealForm} prefix="recours" />
    <p>
      <Tag tone={file.moderated.state === 'visible' ? 'leaf' : 'ochre'}>{t(`file.state.${file.moderated.state}`)}</Tag>
    </p>
    <Section title={t('file.text')}>
      <blockquote>
        {file.extract.split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </blockquote>
      <By name={file.authorName} at={file.registeredAt} />
      <p>
        <a href={file.url}>{t('file.see')}</a>
      </p>
    </Section>
    {file.moderated.state === 'held' && (
      <Section title={t('file.why')}>
        <ul>
          {file.moderated.signals.map(signal => (
            <li key={signal}>{signalName(t, signal)}</li>
          ))}
        </ul>
      </Section>
    )}
    {file.reports.length > 0 && (
      <Section title={t('file.reports')}>
        <ul>
          {file.reports.map((one, at) => (
            <li key={at}>{one.reason}</li>
          ))}
        </ul>
      </Section>
    )}
    {file.appeal ? (
      <Section title={t('appealDecision.title')}>
        <Notice title={t('file.appeal')}>{file.appeal.text}</Notice>
        {mayDecideAppeal.ok ? (
          <form method="post" action={`/moderation/recours/${file.appeal.decisionId}`} noValidate>
            <Choice
              form={appealForm}
              name="outcome"
              prefix="recours"
              label={t('appealDecision.outcome')}
              options={(['restored', 'confirmed'] as const).map(value => ({ value, label: t(`appealDecision.${value}`) }))}
            />
            <TextArea form={appealForm} name="reason" prefix="recours" label={t('appealDecision.reason')} rows={3} />
            <Button>{t('appealDecision.submit')}</Button>
          </form>
        ) : (
          <Verdict is="refused">{t(`refused.${mayDecideAppeal.because}`)}</Verdict>
        )}
      </Section>
    ) : (
      <Decide t={t} file={file} rules={rules} form={form} />
    )}
    <Section title={t('file.history')}>
      {file.history.length === 0 ? (
        <p>{t('file.noHistory')}</p>
      ) : (
        <Thread
          entries={file.history.map(past => ({
            kind: 'decision',
            at: past.at,
            title: actName(t, past),
            text: past.reason || past.signals.map(signal => signalName(t, signal)).join(', '),
            by: past.by === null ? undefined : <By name={past.byName} college="agents" />,
          }))}
        />
      )}
    </Section>
  </Page>
)

const Decide = ({ t, file, rules, form }: Pick<Props, 't' | 'file' | 'rules' | 'form'>) => {
  const { state } = file.moderated
  const acts =
    state === 'held' ? (['released', 'hidden'] as const) : state === 'hidden' ? (['released'] as const) : (['kept', 'hidden'] as const)
  return (
    <Section title={t('decision.title')}>
      <form method="post" action={`${filePath(file.subject)}/decision`} noValidate>
        <Choice
          form={form}
          name="act"
          label={t('decision.act')}
          options={acts.map(value => ({
            value,
            label: t(value === 'released' && state === 'hidden' ? 'decision.releasedHidden' : `decision.${value}`),
          }))}
        />
        {state !== 'hidden' && (
          <>
            <Select
              form={form}
              name="rule"
              label={t('decision.rule')}
              optional
              options={rules.rules.map(rule => ({
                value: String(rule.number),
                label: t('rules.number', { number: rule.number, title: rule.title }),
              }))}
            />
            <Disclosure summary={t('rules.title')}>
              {rules.rules.map(rule => (
                <p key={rule.number}>
                  <strong>{t('rules.number', { number: rule.number, title: rule.title })}</strong> {rule.detail}
                </p>
              ))}
            </Disclosure>
          </>
        )}
        <TextArea form={form} name="reason" label={t('decision.reason')} hint={t('decision.reasonHint')} rows={3} />
        <Button>{t('decision.submit')}</Button>
      </form>
    </Section>
  )
}

/** A decision in words. */
export const actName = (t: T, past: Pick<PastDecision, 'act' | 'rule' | 'ruleTitle'>) =>
  t(`act.${past.act}`, { rule: past.rule, title: past.ruleTitle })
