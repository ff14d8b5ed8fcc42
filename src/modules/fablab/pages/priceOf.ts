import { formatMoney, type Locale } from '#kernel/i18n'
import type { T } from '../locales/index.ts'
import type { Material } from '../queries/materials.ts'

/** Below five cents a unit, the price of a hundred of them is easier to read. */
export const priceOf = (t: T, locale: Locale, { centsPerUnit, unit }: Pick<Material, 'centsPerUnit' | 'unit'>) => {
  const few = centsPerUnit > 0 && centsPerUnit < 5
  return t(few ? 'machine.perHundred' : 'machine.perUnit', {
    amount: formatMoney(centsPerUnit * (few ? 100 : 1), locale),
    unit: t(`unit.${unit}`),
  })
}
