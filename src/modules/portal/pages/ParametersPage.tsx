import { formatDate, formatMoney, formatNumber, formatPercent, type Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { DownloadLinks, Empty, Page, Table, Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export const ParametersPage = ({
  t,
  locale,
  day,
  parameters,
}: {
  t: T
  locale: Locale
  day: string | null
  parameters: readonly Parameter[]
}) => (
  <Page title={t('parameters.title')} lead={t('parameters.lead')} width="wide">
    <form class="filter" action="/parametres" method="get">
      <label class="control__label" for="jour">
        {t('parameters.day')}
      </label>
      <div class="search-box__line">
        <input class="input input--short" type="date" id="jour" name="jour" value={day ?? ''} />
        <button class="button button--secondary" type="submit">
          {t('parameters.show')}
        </button>
      </div>
      {day !== null && (
        <p>
          <a href="/parametres?jour=tous">{t('parameters.all')}</a>
        </p>
      )}
    </form>
    {parameters.length === 0 ? (
      <Empty title={t('parameters.none')} drawing="paper" />
    ) : (
      <Table
        caption={day === null ? t('parameters.all') : `${t('parameters.day')} ${formatDate(day, locale)}`}
        head={[
          t('parameters.name'),
          t('parameters.value'),
          t('parameters.from'),
          t('parameters.to'),
          t('parameters.source'),
          t('parameters.status'),
        ]}
        rows={parameters.map(one => [
          <>
            {one.label[locale]}
            {one.note && (
              <span class="soft">
                <br />
                {one.note[locale]}
              </span>
            )}
          </>,
          valueOf(t, locale, one),
          formatDate(one.from, locale),
          one.to ? formatDate(one.to, locale) : t('parameters.never'),
          <>
            {one.url ? <a href={one.url}>{one.text}</a> : one.text}, {one.article}
          </>,
          <Tag tone={one.status === 'verified' ? 'leaf' : 'ochre'}>{t(`parameters.${one.status}`)}</Tag>,
        ])}
      />
    )}
    <DownloadLinks
      links={[
        { href: '/donnees-ouvertes/parametres.csv', label: 'CSV' },
        { href: '/donnees-ouvertes/parametres.json', label: 'JSON' },
      ]}
    />
  </Page>
)

const valueOf = (t: T, locale: Locale, { value, unit }: Parameter) => {
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
  if (typeof value === 'string') return value
  if (unit === 'fraction') return formatPercent(value, locale)
  if (unit === 'cents') return formatMoney(value, locale)
  if (unit === 'text' || unit === 'yes or no') return formatNumber(value, locale)
  return t(`unit.${unit}`, { n: value })
}
