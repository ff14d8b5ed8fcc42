import { formatNumber, type Locale } from '#kernel/i18n'
import { Section, Table } from '#kernel/ui'
import { type Dimension, dimensionLabels, type PopulationFigures } from '../figures.ts'
import type { T } from '../locales/index.ts'

const pairs: readonly (readonly [Dimension, Dimension])[] = [
  ['age', 'sex'],
  ['age', 'district'],
  ['district', 'sex'],
]

/** Two dimensions at a time, each pair that the figures know. */
export const CrossedFigures = ({ t, locale, figures }: { t: T; locale: Locale; figures: PopulationFigures }) => {
  const of = (dimension: Dimension) => figures.categories.filter(category => category.dimension === dimension)
  const people = (where: Partial<Record<Dimension, string>>) =>
    figures.figures.reduce(
      (sum, figure) =>
        sum +
        ((where.age ?? figure.age) === figure.age &&
        (where.sex ?? figure.sex) === figure.sex &&
        (where.district ?? figure.district) === figure.district
          ? figure.people
          : 0),
      0,
    )
  const said = (where: Partial<Record<Dimension, string>>) => formatNumber(people(where), locale)
  return pairs
    .filter(pair => pair.every(dimension => of(dimension).length > 0))
    .map(([down, across]) => {
      const title = t('by.pair', { one: dimensionLabels[down][locale], other: dimensionLabels[across][locale].toLowerCase() })
      return (
        <Section key={title} title={title}>
          <Table
            caption={title}
            hideCaption
            head={[dimensionLabels[down][locale], ...of(across).map(({ label }) => label[locale]), t('by.total')]}
            numeric={of(across)
              .map((_, at) => at + 1)
              .concat(of(across).length + 1)}
            rows={[
              ...of(down).map(row => [
                row.label[locale],
                ...of(across).map(column => said({ [down]: row.code, [across]: column.code })),
                said({ [down]: row.code }),
              ]),
              [t('by.total'), ...of(across).map(column => said({ [across]: column.code })), said({})],
            ]}
          />
        </Section>
      )
    })
}
