import { formatNumber, type Locale } from '#kernel/i18n'
import type { Parameter } from '#kernel/parameters'
import { Button, Listing, OpenFigure, Page, Section, Verdict } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type Committee, committeeUrl } from '../committee.ts'
import type { Duty } from '../rules/commission.ts'

/** Whether the commission is compulsory here, why, what it does, and the files of its years. */
export const CommissionPage = ({
  t,
  locale,
  duty,
  parameter,
  commission,
  years,
  manages,
}: {
  t: T
  locale: Locale
  duty: Duty
  parameter: Parameter
  commission: Committee | null
  years: readonly number[]
  manages: boolean
}) => {
  const population = formatNumber(duty.population ?? 0, locale)
  const threshold = formatNumber(duty.threshold, locale)
  return (
    <Page title={t('commission.title')} lead={t('commission.lead')} breadcrumb={[{ label: t('committees.title'), href: '/comites' }]}>
      <Verdict is={duty.is === 'compulsory' ? 'allowed' : 'missing'} title={t(`commission.${duty.is}`)}>
        {t(`commission.${duty.is}Text`, { population, threshold })}
      </Verdict>
      <OpenFigure
        value={t('commission.threshold', { n: threshold })}
        label={t('commission.thresholdLabel')}
        rule={parameter.status === 'to-be-confirmed' ? `${t('commission.rule')} ${t('commission.confirm')}` : t('commission.rule')}
        {...(duty.population === null ? {} : { data: t('commission.data', { population }) })}
        since={parameter.from}
        source={{ label: `${parameter.text}, ${parameter.article}`, href: '/parametres' }}
      />
      {commission ? (
        <Section title={t('commission.here')}>
          <p>
            <a href={committeeUrl(commission.id)}>{commission.name}</a>
          </p>
          <p>
            <Button href={committeeUrl(commission.id)}>{t('commission.see')}</Button>
          </p>
        </Section>
      ) : (
        <>
          <p>{t('commission.none')}</p>
          {manages && (
            <p>
              <Button href="/comites/nouveau?modele=ccspl">{t('commission.create')}</Button>
            </p>
          )}
        </>
      )}
      {commission && (
        <Section title={t('commission.files')} lead={t('commission.filesLead')}>
          <Listing items={years.map(year => ({ title: t('commission.file', { year }), href: `/comites/ccspl/${year}` }))} />
        </Section>
      )}
      <Section title={t('commission.does')}>
        <ul>
          <li>{t('commission.doesItems')}</li>
          <li>{t('commission.doesOpinions')}</li>
          <li>{t('commission.doesMembers')}</li>
          <li>{t('commission.doesYear')}</li>
        </ul>
        <p class="soft">{t('commission.source')}</p>
      </Section>
    </Page>
  )
}
