import type { Charter } from '#engines/meetings'
import type { Parameter } from '#kernel/parameters'
import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import { Button, DefinitionList, Notice, OpenFigure, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { home } from './shared.tsx'

export interface RulesView {
  readonly rules: readonly Parameter[]
  readonly seats: number | null
  readonly population: number | null
  readonly charter: Charter
  /** The assembly follows rules that are no longer those of the law for this commune. */
  readonly isBehind: boolean
  readonly manages: boolean
}

/** The rules of the council here, today: what they give for this commune, then each with its text and whether somebody read it. */
export const RulesPage = ({ t, locale, view }: { t: T; locale: Locale; view: RulesView }) => {
  const { charter } = view
  const quorum = charter.quorum.overall
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')} breadcrumb={[home(t)]}>
      {view.isBehind && (
        <Notice kind="warning" title={t('rules.behind')}>
          <p>{t('rules.behindText')}</p>
          {view.manages && (
            <form method="post" action="/conseil/regles">
              <Button small>{t('rules.update')}</Button>
            </form>
          )}
        </Notice>
      )}
      <Section title={t('rules.here')}>
        <DefinitionList
          items={[
            { term: t('rules.population'), value: view.population === null ? t('rules.unknown') : formatNumber(view.population, locale) },
            { term: t('rules.seats'), value: view.seats === null ? t('rules.unknown') : String(view.seats) },
            { term: t('rules.notice'), value: t('rules.clearDays', { n: charter.convening.delay.n }) },
            { term: t('rules.urgent'), value: charter.convening.urgent && t('rules.clearDays', { n: charter.convening.urgent.n }) },
            { term: t('rules.note'), value: t(charter.agenda.noteRequired ? 'rules.noteYes' : 'rules.noteNo') },
            { term: t('rules.quorum'), value: quorum && t('rules.quorumText') },
            { term: t('rules.second'), value: charter.quorum.second && t('rules.days', { n: charter.quorum.second.n }) },
            { term: t('rules.proxies'), value: t('rules.proxiesText', { n: charter.proxies.perHolder }) },
            { term: t('rules.majority'), value: t('rules.majorityText') },
            { term: t('rules.asked'), value: t('rules.askedText') },
            { term: t('rules.interest'), value: t('rules.interestText') },
          ]}
        />
      </Section>
      <Section title={t('rules.texts')} lead={t('rules.textsLead')}>
        {view.rules.map(rule => (
          <OpenFigure
            key={rule.id}
            value={valueOf(t, locale, rule)}
            label={rule.label[locale]}
            rule={rule.note?.[locale] ?? rule.label[locale]}
            data={t(`rules.${rule.status}`)}
            since={rule.from}
            source={{ label: `${rule.text}, ${rule.article}`, href: '/parametres' }}
          />
        ))}
      </Section>
      <p>{t('rules.asOf', { day: formatDate(view.rules[0]?.from ?? '1996-02-24', locale) })}</p>
    </Page>
  )
}

const valueOf = (t: T, locale: Locale, { value, unit }: Parameter): string => {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'string') return value
  if (unit === 'fraction') return t('rules.half')
  return t('rules.measure', { n: formatNumber(value, locale), unit: t(`unit.${unit as 'days'}`, { n: value }) }) // the units of these very parameters have their words
}
