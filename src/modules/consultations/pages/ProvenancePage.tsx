import { formatDate, formatDateTime, formatNumber, type Locale } from '#kernel/i18n'
import { ArrivalCurve, Empty, OpenFigure, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { MapContent } from '../results/content.ts'
import { channels, type Period } from '../rules/periods.ts'
import { crumbs } from './crumbs.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly consultation: Consultation
  readonly content: MapContent | null
  readonly periods: readonly Period[]
  readonly isByHour: boolean
}

/** When participants came, by which way, and whether a sudden block changes what is concluded. */
export const ProvenancePage = ({ t, locale, consultation, content, periods, isByHour }: Props) => {
  const said = (period: Period) => (isByHour ? formatDateTime(period.at, locale) : formatDate(period.at, locale))
  const short = (period: Period) => period.at.slice(0, 10).split('-').reverse().slice(0, 2).join('/')
  return (
    <Page title={t('provenance.title')} kicker={consultation.title} lead={t('provenance.lead')} breadcrumb={crumbs(t, consultation)}>
      {content === null || periods.length === 0 ? (
        <Empty title={t('results.none')} />
      ) : (
        <>
          <Section title={t('arrivals.title')} id="arrivees">
            <ArrivalCurve
              title={t(isByHour ? 'arrivals.byHour' : 'arrivals.byDay')}
              description={t('arrivals.description', {
                most: periods.reduce((most, one) => Math.max(most, one.newcomers), 0),
                when: said(periods.toSorted((a, b) => b.newcomers - a.newcomers || (a.at < b.at ? -1 : 1))[0]!),
              })}
              bars={periods.map(one => ({ label: short(one), value: one.newcomers, within: one.verified, marked: one.isInBlock }))}
            />
            <p class="soft">{t('arrivals.legend')}</p>
            <Table
              caption={t('arrivals.table')}
              head={[t('arrivals.when'), t('arrivals.newcomers'), t('arrivals.verified'), t('arrivals.others')]}
              numeric={[1, 2, 3]}
              rows={periods
                .filter(one => one.newcomers > 0)
                .slice(-100)
                .map(one => [said(one), String(one.newcomers), String(one.verified), String(one.newcomers - one.verified)])}
            />
          </Section>
          <Section title={t('channels.title')} id="voies">
            <Table
              caption={t('channels.title')}
              hideCaption
              head={[t('channels.channel'), t('figures.participants')]}
              numeric={[1]}
              rows={channels
                .filter(channel => (content.provenance.byChannel[channel] ?? 0) > 0)
                .map(channel => [t(`channel.${channel}`), formatNumber(content.provenance.byChannel[channel] ?? 0, locale)])}
            />
          </Section>
          <Block t={t} locale={locale} content={content} />
        </>
      )}
    </Page>
  )
}

const Block = ({ t, locale, content }: { t: T; locale: Locale; content: MapContent }) => {
  const { block } = content.provenance
  if (!block) return null
  const name = (number: number) =>
    content.everyone.statements.find(one => one.number === number)?.text || t('statements.unknown', { n: number })
  return (
    <Section title={t('block.title')} lead={t('block.lead')} id="bloc">
      <p>
        {t('block.said', { n: block.newcomers, verified: block.verified, from: formatDateTime(block.from, locale), hours: block.hours })}
      </p>
      <p>
        <OpenFigure
          value={block.agreement === null ? t('block.noAgreement') : formatNumber(Math.round(block.agreement * 100) / 100, locale)}
          label={t('block.agreement')}
          rule={t('block.rule')}
          data={t('block.groups', { before: block.groupsBefore, after: block.groupsAfter })}
        />
      </p>
      {block.lost.length + block.gained.length === 0 ? (
        <p>
          <strong>{t('block.same')}</strong>
        </p>
      ) : (
        (['lost', 'gained'] as const).map(
          kind =>
            block[kind].length > 0 && (
              <div key={kind}>
                <h3>{t(`block.${kind}`)}</h3>
                <ul>
                  {block[kind].slice(0, 20).map(number => (
                    <li key={number}>{name(number)}</li>
                  ))}
                </ul>
              </div>
            ),
        )
      )}
    </Section>
  )
}
