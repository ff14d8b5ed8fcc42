import { formatDate, formatMoney } from '#kernel/i18n'
import { Disclosure, Section, Table, Time } from '#kernel/ui'
import { unitCost } from '../rules/accountOf.ts'
import { units, type Unit } from '../rules/inspection.ts'
import type { Key } from '../rules/terms.ts'
import type { Published } from '../rules/published.ts'
import { itemPath, loanPath } from '../where.ts'
import { type Said, sayUnits } from './parts.tsx'

interface Props extends Said {
  readonly published: Published
}
const unitOf = (unit: string): Unit => units.find(one => one === unit) ?? 'use'

/** The parts that this key really uses. */
const keyed = (key: Key) => (['use', 'population', 'equal'] as const).filter(part => key[part] > 0)

/** Each item: its cost, its use, its key, the part of each commune; and every line it comes from. */
export const YearItems = (props: Props) => {
  const { t, locale, published } = props
  const money = (cents: number) => formatMoney(cents, locale)
  const nameIn = (id: string) => published.members.find(one => one.id === id)?.name ?? id
  return (
    <Section title={t('year.items')} id="objets">
      {published.items.length === 0 && <p>{t('year.none')}</p>}
      {published.items.map((item, at) => {
        const result = published.results.items[at]
        if (!result) return null
        const unit = unitOf(item.unit)
        const each = unitCost(result.cents, result.units)
        return (
          <section key={item.id} id={`objet-${item.id}`}>
            <h3>
              <a href={itemPath(item.id)}>{item.name}</a>
            </h3>
            <p>
              {nameIn(item.owner)}. {t('year.cost')} : <strong>{money(result.cents)}</strong>. {t('year.units')} :{' '}
              {sayUnits(result.units, unit, props)}. {each !== null && `${t('year.unitCost')} : ${money(each)} ${t(`per.${unit}`)}.`}
            </p>
            <Table
              caption={`${item.name} : ${t('year.sum')}`}
              hideCaption
              head={[
                t('year.commune'),
                t('year.units'),
                ...keyed(item.key).map(part => `${t(`year.${part}`)} (${item.key[part] / 10} %)`),
                t('year.sum'),
              ]}
              numeric={[1, 2, 3, 4, 5]}
              rows={result.shares.map(one => [
                nameIn(one.member),
                sayUnits(one.units, unit, props),
                ...keyed(item.key).map(part => money(one[part])),
                <strong>{money(one.cents)}</strong>,
              ])}
            />
            <Disclosure summary={`${t('year.costs')} (${item.costs.length}), ${t('year.uses').toLowerCase()} (${item.uses.length})`}>
              {item.costs.length > 0 && (
                <Table
                  caption={`${item.name} : ${t('year.costs')}`}
                  head={[t('year.label'), t('year.category'), t('year.on'), t('year.amount')]}
                  numeric={[3]}
                  rows={item.costs
                    .slice(0, 200)
                    .map(one => [
                      <a href={`${itemPath(item.id)}#depense-${one.id}`}>{one.label}</a>,
                      t(`category.${one.category}`),
                      <Time at={one.on} />,
                      money(one.cents),
                    ])}
                />
              )}
              {item.uses.length > 0 && (
                <Table
                  caption={`${item.name} : ${t('year.uses')}`}
                  head={[t('year.uses'), t('year.commune'), t('year.on'), t('year.units')]}
                  numeric={[3]}
                  rows={item.uses
                    .slice(0, 200)
                    .map(one => [
                      <a href={loanPath(one.loan)}>{t('year.loan', { id: one.loan })}</a>,
                      nameIn(one.member),
                      t('year.usesWhen', { from: formatDate(one.from, locale), to: formatDate(one.to, locale) }),
                      sayUnits(one.units, unit, props),
                    ])}
                />
              )}
            </Disclosure>
          </section>
        )
      })}
    </Section>
  )
}
