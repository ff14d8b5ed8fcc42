/** What the population is counted by. Questions of a survey point to these names and to the codes of their categories. */
export const dimensions = ['age', 'sex', 'district'] as const
export type Dimension = (typeof dimensions)[number]

export interface Category {
  readonly dimension: Dimension
  /** `15-29`, `75+`, `F`, `bourg`. */
  readonly code: string
  readonly label: { readonly fr: string; readonly en: string }
}
/** So many people of one category, or of a combination of them. */
export interface PeopleCounted {
  readonly age: string | null
  readonly sex: string | null
  readonly district: string | null
  readonly people: number
}
export interface PopulationFigures {
  /** One dimension at a time, or combinations of two or three. */
  readonly form: 'margins' | 'crossed'
  readonly categories: readonly Category[]
  readonly figures: readonly PeopleCounted[]
}
/** The population along one dimension, in the order of its categories. */
export interface PopulationMargin {
  readonly dimension: Dimension
  readonly label: { readonly fr: string; readonly en: string }
  readonly categories: readonly {
    readonly code: string
    readonly label: { readonly fr: string; readonly en: string }
    readonly count: number
  }[]
}

export const dimensionLabels: Readonly<Record<Dimension, { readonly fr: string; readonly en: string }>> = {
  age: { fr: 'Âge', en: 'Age' },
  sex: { fr: 'Sexe', en: 'Sex' },
  district: { fr: 'Quartier', en: 'District' },
}

/** The dimensions that are known, each summed over the others. */
export const marginsOf = ({ categories, figures }: PopulationFigures): readonly PopulationMargin[] =>
  dimensions.flatMap(dimension => {
    const its = categories.filter(category => category.dimension === dimension)
    const counted = its.map(({ code, label }) => ({
      code,
      label,
      count: figures.reduce((sum, figure) => sum + (figure[dimension] === code ? figure.people : 0), 0),
    }))
    return its.length > 0 ? [{ dimension, label: dimensionLabels[dimension], categories: counted }] : []
  })

export const totalOf = ({ categories }: PopulationMargin): number => categories.reduce((sum, { count }) => sum + count, 0)
