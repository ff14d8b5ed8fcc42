import type { Locale } from '#kernel/i18n'
import { Disclosure, FigureRow } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { indicatorIds, type Indicators } from '../rules/indicators.ts'
import { sayIndicator } from '../saying.ts'

/** The four figures, each with how many answers; hidden when they are too few; and how they are worked out. */
export const Figures = ({ t, locale, indicators, threshold }: { t: T; locale: Locale; indicators: Indicators; threshold: number }) => (
  <>
    <FigureRow
      figures={indicatorIds.map(id => {
        const figure = indicators[id]
        return {
          label: t(`indicator.${id}.long`),
          value: figure ? sayIndicator(t, id, figure.value, locale) : '—',
          note: figure ? t('figure.n', { n: figure.n }) : t('figure.hidden', { threshold }),
        }
      })}
    />
    <Disclosure summary={t('figure.rule')}>
      <p>{t('figure.ruleText', { threshold })}</p>
      <p>{t('figure.who')}</p>
    </Disclosure>
  </>
)
