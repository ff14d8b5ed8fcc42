import { formatMoney, formatNumber } from '#kernel/i18n'
import { DefinitionList, Page, Section, Table } from '#kernel/ui'
import type { Agreement } from '../queries/conventions.ts'
import { units, type Unit } from '../rules/inspection.ts'
import type { Published } from '../rules/published.ts'
import { agreementPath, itemPath, yearPath } from '../where.ts'
import { crumbs, type Said, sayBalance, sayUnits } from './parts.tsx'

interface Props extends Said {
  readonly agreement: Agreement
  readonly year: number
  readonly published: Published
  /** Short name of the commune. */
  readonly member: string
  readonly code: string
}
const unitOf = (unit: string): Unit => units.find(one => one === unit) ?? 'use'

/** What one commune owes or receives for a year: printed, it goes with the payment order. */
export const MemberStatementPage = (props: Props) => {
  const { t, locale, agreement, year, published, member, code } = props
  const money = (cents: number) => formatMoney(cents, locale)
  const nameIn = (id: string) => published.members.find(one => one.id === id)?.name ?? id
  const result = published.results.members.find(one => one.member === member)
  const people = published.members.reduce((sum, one) => sum + one.population, 0)
  const own = published.members.find(one => one.id === member)?.population ?? 0
  return (
    <Page
      title={t('statement.title', { year: String(year), commune: nameIn(member) })}
      kicker={agreement.title}
      lead={t('statement.lead')}
      code={code}
      breadcrumb={crumbs(
        t,
        { label: agreement.title, href: agreementPath(agreement.id) },
        { label: t('year.title', { year: String(year) }), href: yearPath(agreement.id, year) },
      )}
    >
      {result && (
        <DefinitionList
          items={[
            { term: t('year.share'), value: money(result.share) },
            { term: t('year.spent'), value: money(result.spent) },
            { term: t('year.damages'), value: money(result.damages) },
            { term: t('year.corrections'), value: money(result.corrections) },
            { term: t('year.balance'), value: <strong>{sayBalance(result.balance, props)}</strong> },
          ]}
        />
      )}
      <Section title={t('year.transfers')} id="versements">
        <Transfers {...props} />
      </Section>
      <Section title={t('year.items')} id="objets">
        <Table
          caption={t('year.items')}
          hideCaption
          head={[t('loans.item'), t('statement.how'), t('year.sum')]}
          numeric={[2]}
          rows={published.results.items.flatMap((item, at) => {
            const told = published.items[at]
            const share = item.shares.find(one => one.member === member)
            if (!told || !share) return []
            const unit = unitOf(told.unit)
            const how = [
              told.key.use > 0 && item.units > 0
                ? `${money(share.use)} : ${t('statement.fromUse', { units: sayUnits(share.units, unit, props), all: sayUnits(item.units, unit, props) })}`
                : told.key.use > 0 && `${money(share.use)} : ${t('year.use').toLowerCase()}`,
              told.key.population > 0 &&
                `${money(share.population)} : ${t('statement.fromPopulation', { n: formatNumber(own, locale), all: formatNumber(people, locale) })}`,
              told.key.equal > 0 && `${money(share.equal)} : ${t('statement.fromEqual', { n: published.members.length })}`,
            ]
            return [
              [
                <a href={itemPath(item.id)}>{told.name}</a>,
                <div>
                  {how
                    .filter(one => typeof one === 'string')
                    .map(one => (
                      <span key={one}>
                        {one}
                        <br />
                      </span>
                    ))}
                </div>,
                money(share.cents),
              ],
            ]
          })}
        />
      </Section>
      {published.damages.some(one => one.member === member || one.owner === member) && (
        <Section title={t('year.damages')} id="dommages">
          <ul>
            {published.damages
              .filter(one => one.member === member || one.owner === member)
              .map(one => (
                <li key={one.id}>{t('damage.line', { amount: money(one.cents), commune: nameIn(one.member), reason: one.reason })}</li>
              ))}
          </ul>
        </Section>
      )}
      {published.corrections.some(one => one.member === member || one.owner === member) && (
        <Section title={t('year.corrections')} id="corrections">
          <ul>
            {published.corrections
              .filter(one => one.member === member || one.owner === member)
              .map(one => (
                <li key={one.id}>
                  {t('year.correctionLine', {
                    member: nameIn(one.member),
                    owner: nameIn(one.owner),
                    amount: money(one.cents),
                    about: String(one.about),
                    reason: one.reason,
                  })}
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

const Transfers = ({ t, locale, published, member }: Props) => {
  const nameIn = (id: string) => published.members.find(one => one.id === id)?.name ?? id
  const own = (lines: Published['called']) => lines.filter(one => one.from === member || one.to === member)
  const [due, called, left] = [own(published.results.transfers), own(published.called), own(published.results.left)]
  const rows = [
    ...due.map(one => [t('year.due'), one] as const),
    ...called.map(one => [t('year.called'), one] as const),
    ...left.map(one => [t('year.left'), one] as const),
  ]
  return rows.length === 0 ? (
    <p>{t('year.none')}</p>
  ) : (
    <Table
      caption={t('year.transfers')}
      hideCaption
      head={[t('statement.line'), t('year.transfers'), t('year.amount')]}
      numeric={[2]}
      rows={rows.map(([what, one]) => [
        what,
        t('year.transfer', { from: nameIn(one.from), to: nameIn(one.to) }),
        formatMoney(one.cents, locale),
      ])}
    />
  )
}
