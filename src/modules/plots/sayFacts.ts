import { formatDate, formatMoney, type Locale } from '#kernel/i18n'
import { words } from './locales/index.ts'
import { visitStates } from './rules/terms.ts'

/** Facts of a letter as they are read: days in full, `amountCents` as `amount`, a state in its words. */
export const sayFacts = (facts: Readonly<Record<string, string | number>>, locale: Locale): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (name.endsWith('Cents')) return [name.slice(0, -'Cents'.length), formatMoney(Number(value), locale)]
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return [name, formatDate(value, locale)]
      const state = name === 'state' ? visitStates.find(one => one === value) : undefined
      return [name, state ? words(locale)(`visit.${state}`) : value]
    }),
  )
