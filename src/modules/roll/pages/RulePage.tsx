import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, ErrorSummary, Field, Page, Section, Time } from '#kernel/ui'
import type { WithdrawForm } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Rule } from '../queries/rollRules.ts'
import type { Standing } from '../rules/standing.ts'
import { conditionsOf } from './conditionsOf.ts'
import { StandingPanel } from './StandingPanel.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly rule: Rule
  readonly standing: Standing
  readonly isAgent: boolean
  readonly withdraw: Form<WithdrawForm>
}

/** One rule in plain words, and where the reader stands. */
export const RulePage = ({ t, locale, rule, standing, isAgent, withdraw }: Props) => {
  const path = `/liste-de-participation/${rule.id}`
  return (
    <Page title={rule.name} lead={rule.explanation} breadcrumb={[{ label: t('roll.title'), href: '/liste-de-participation' }]}>
      <Section title={t('rule.asks')}>
        <ul>
          {conditionsOf(t, rule).map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <DefinitionList
          items={[
            { term: t('rule.state'), value: stateOf(t, rule) },
            { term: t('rule.decidedBy'), value: rule.decidedBy },
            { term: t('rule.publishedAt'), value: rule.publishedAt && <Time at={rule.publishedAt} /> },
            { term: t('rule.withdrawnAt'), value: rule.withdrawnAt && <Time at={rule.withdrawnAt} /> },
          ]}
        />
      </Section>
      <Section title={t('standing.title')}>
        <StandingPanel locale={locale} standing={standing} minimumAge={rule.minimumAge} back={path} />
      </Section>
      {isAgent && <ForAgents {...{ t, rule, path, withdraw }} />}
    </Page>
  )
}

const stateOf = (t: T, rule: Rule) => {
  if (rule.withdrawnAt !== null) return t('rule.withdrawn', { because: rule.withdrawnBecause ?? '' })
  return t(rule.publishedAt === null ? 'rule.draft' : 'rule.inForce')
}

const ForAgents = ({ t, rule, path, withdraw }: { t: T; rule: Rule; path: string; withdraw: Form<WithdrawForm> }) => (
  <>
    {rule.publishedAt === null && (
      <Section title={t('rule.publish')} lead={t('rule.stays')}>
        <Actions>
          <form method="post" action={`${path}/publication`}>
            <Button>{t('rule.publish')}</Button>
          </form>
          <Button kind="secondary" href={`${path}/correction`}>
            {t('rule.correct')}
          </Button>
        </Actions>
      </Section>
    )}
    {rule.publishedAt !== null && rule.withdrawnAt === null && (
      <Section title={t('rule.withdraw')} lead={t('rule.withdrawLead')}>
        <ErrorSummary form={withdraw} />
        <form method="post" action={`${path}/retrait`} noValidate>
          <Field form={withdraw} name="because" label={t('rule.because')} />
          <Button kind="danger">{t('rule.withdraw')}</Button>
        </form>
      </Section>
    )}
    <p>
      <a href={`/liste-de-participation/nouvelle?modele=${rule.id}`}>{t('rule.copy')}</a>
    </p>
  </>
)
