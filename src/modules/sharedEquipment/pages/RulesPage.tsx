import { sayRules, type Rules } from '#engines/booking'
import type { Parameter } from '#kernel/parameters'
import { formatNumber } from '#kernel/i18n'
import { Page, Section, Table, Time } from '#kernel/ui'
import { askedFor } from '../rules/priority.ts'
import { crumbs, type Said } from './parts.tsx'

/** The rules that everybody can read, and where each figure comes from. */
export const RulesPage = ({
  t,
  locale,
  rules,
  parameters,
}: Said & { readonly rules: Rules; readonly parameters: readonly Parameter[] }) => (
  <Page title={t('rules.title')} lead={t('rules.lead')} breadcrumb={crumbs(t)}>
    <Section title={t('rules.priority')} id="priorites" lead={t('rules.priorityText')}>
      <ol>
        {askedFor.map(one => (
          <li key={one}>{t(`asked.${one}`)}</li>
        ))}
      </ol>
    </Section>
    <Section title={t('rules.engine')} id="reserver">
      <ul>
        {sayRules(rules, locale).map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Section>
    <Section title={t('rules.units')} id="unites" lead={t('rules.unitsText')} />
    <Section title={t('rules.share')} id="partage" lead={t('rules.shareText')} />
    <Section title={t('rules.recompute')} id="recalcul" lead={t('rules.recomputeText')}>
      <p>
        <code>node bin/recompute-shared-account.mjs compte.json</code>
      </p>
    </Section>
    <Section title={t('rules.parameters')} id="chiffres">
      <Table
        caption={t('rules.parameters')}
        hideCaption
        head={[t('year.label'), t('rules.value'), t('rules.since'), t('rules.source')]}
        numeric={[1]}
        rows={parameters.map(one => [
          one.label[locale],
          typeof one.value === 'number' ? formatNumber(one.value, locale) : String(one.value),
          <Time at={one.from} />,
          `${one.text}${one.status === 'verified' ? '' : ` (${t('rules.toConfirm')})`}`,
        ])}
      />
    </Section>
  </Page>
)
