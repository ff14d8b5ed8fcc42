import { formatDate, formatNumber, formatPercent, type Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { Disclosure, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'

/** The dated rules behind what is shown, each with its article and whether somebody read the text. */
export const RuleTable = ({ t, locale, rules }: { t: T; locale: Locale; rules: readonly Parameter[] }) => (
  <Disclosure summary={t('rules.title')} id="regles">
    <Table
      caption={t('rules.title')}
      hideCaption
      head={[t('rules.rule'), t('rules.value'), t('rules.source'), t('rules.status')]}
      rows={rules.map(rule => [
        <>
          {rule.label[locale]}
          {rule.note && <p class="soft">{rule.note[locale]}</p>}
        </>,
        sayValue(t, rule, locale),
        <>
          {rule.text}, {rule.article}. {t('rules.since', { date: formatDate(rule.from, locale) })}
        </>,
        t(`status.${rule.status}`),
      ])}
    />
  </Disclosure>
)

const sayValue = (t: T, { value, unit }: Parameter, locale: Locale): string => {
  if (typeof value !== 'number') return value === 'quarter' || value === 'year' ? t(`period.${value}`) : String(value)
  if (unit === 'fraction') return formatPercent(value, locale)
  const plain = formatNumber(value, locale)
  return unit === 'days' || unit === 'clear days' || unit === 'months' || unit === 'years' ? t(`unit.${unit}`, { n: value }) : plain
}
