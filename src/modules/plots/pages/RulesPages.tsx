import type { Form } from '#kernel/forms'
import { formatDate, formatMoney, formatPercent } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { Button, ErrorSummary, Field, Page, Section, Table, Tag } from '#kernel/ui'
import { agreement } from '../agreement.ts'
import type { NewRound } from '../forms.ts'
import { tiers } from '../rules/priority.ts'
import { crumbs, type Said } from './parts.tsx'

const sayValue = ({ value, unit }: Parameter, { t, locale }: Said): string => {
  const number = Number(value)
  if (unit === 'cents') return formatMoney(number, locale)
  if (unit === 'fraction') return t('unit.percent', { n: formatPercent(number, locale) })
  return t(unit === 'years' ? 'unit.years' : 'unit.days', { n: number })
}

/** The rules of the gardens, dated, with their sources: priorities, delays, fee. */
export const RulesPage = (props: Said & { figures: readonly Parameter[]; waitedYears: number }) => {
  const { t, locale, figures } = props
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')} breadcrumb={crumbs(t)} width="wide">
      <Section title={t('method.title')} id="priorites">
        <p>{t('method.text')}</p>
        <ol>
          {tiers.map(tier => (
            <li key={tier}>{t(`tier.${tier}`, { n: props.waitedYears })}</li>
          ))}
        </ol>
        <p>{t('rules.wishes')}</p>
        <p>{t('rules.steps')}</p>
      </Section>
      <Table
        caption={t('rules.title')}
        hideCaption
        head={[t('rules.figure'), t('rules.value'), t('rules.since'), t('rules.source')]}
        rows={figures.map(figure => [
          figure.label[locale],
          sayValue(figure, props),
          formatDate(figure.from, locale),
          <span>
            {figure.text}, {figure.article} {figure.status === 'to-be-confirmed' && <Tag tone="ochre">{t('rules.confirm')}</Tag>}
          </span>,
        ])}
      />
      <p>
        <a href="/jardins/convention">{t('agreement.title')}</a>
      </p>
    </Page>
  )
}

/** The agreement, article by article. */
export const AgreementText = ({ t, locale }: Said) => (
  <>
    <p class="soft">{t('agreement.edition', { n: agreement.edition, date: formatDate(agreement.since, locale) })}</p>
    <ol>
      {agreement.articles.map(article => (
        <li key={article}>{t(`agreement.${article}`)}</li>
      ))}
    </ol>
  </>
)
export const AgreementPage = (props: Said) => (
  <Page title={props.t('agreement.title')} breadcrumb={crumbs(props.t, { label: props.t('rules.title'), href: '/jardins/regles' })}>
    <AgreementText {...props} />
  </Page>
)

export const NewRoundPage = ({ t, form }: Said & { form: Form<NewRound> }) => (
  <Page title={t('round.new')} lead={t('round.newLead')} breadcrumb={crumbs(t)}>
    <ErrorSummary form={form} />
    <form method="post" action="/jardins/campagnes" noValidate>
      <Field form={form} name="title" label={t('round.titleField')} hint={t('round.titleHint')} />
      <Field form={form} name="opensOn" label={t('round.opensField')} type="date" />
      <Field form={form} name="closesOn" label={t('round.closesField')} type="date" />
      <Field form={form} name="drawOn" label={t('round.drawField')} type="date" />
      <Field form={form} name="seasonFrom" label={t('round.fromField')} type="date" />
      <Field form={form} name="seasonTo" label={t('round.toField')} type="date" />
      <Field form={form} name="seedSource" label={t('round.seed')} hint={t('round.seedHint')} />
      <Button>{t('round.open')}</Button>
    </form>
  </Page>
)
