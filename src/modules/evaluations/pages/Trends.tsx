import { formatDate, type Locale } from '#kernel/i18n'
import { Trend } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { type IndicatorId, indicatorIds } from '../rules/indicators.ts'
import { sayIndicator } from '../saying.ts'
import type { Publication } from '../schema.ts'

/** A promise on one of the figures, to draw on its chart. */
export interface Promised {
  readonly indicator: IndicatorId
  readonly target: number
  readonly title: string
}
interface Props {
  readonly t: T
  readonly locale: Locale
  readonly publications: readonly (Publication & { readonly closesOn: string })[]
  readonly promises: readonly Promised[]
}

/** The four figures from campaign to campaign, each with how many answers, and what was promised. */
export const Trends = ({ t, locale, publications, promises }: Props) => {
  if (publications.length < 2) return <p>{t('service.noTrend')}</p>
  return (
    <>
      {indicatorIds.map(id => {
        const promise = promises.find(({ indicator }) => indicator === id)
        return (
          <Trend
            key={id}
            title={t(`indicator.${id}.long`)}
            unit={t(`unit.${id}`)}
            from={id === 'clarity' ? 1 : 0}
            target={promise && { value: promise.target, text: `${promise.title} (${sayIndicator(t, id, promise.target, locale)})` }}
            points={publications.map(({ closesOn, on, indicators }) => {
              const figure = indicators[id]
              const day = closesOn < on ? closesOn : on
              return {
                label: formatDate(day, locale),
                value: figure?.value ?? null,
                ...(figure ? { note: t('figure.n', { n: figure.n }) } : {}),
              }
            })}
          />
        )
      })}
    </>
  )
}
