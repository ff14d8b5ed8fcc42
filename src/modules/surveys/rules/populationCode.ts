/** The code of an option that stands for a category of the population: age `75+` is `age_75_plus`, sex `F` is `sex_f`. */
export const populationCode = (dimension: string, category: string): string =>
  `${dimension}_${category
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('+', '_plus')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')}`.slice(0, 40)
