import { allParameters } from '#kernel/parameters'
import type { OpenDataSet } from '#kernel/service'
import { words } from './locales/index.ts'

const [fr, en] = [words('fr'), words('en')]
const said = (key: Parameters<typeof fr>[0]) => ({ fr: fr(key), en: en(key) })

/** The dated parameters, as open data. */
export const parametersSet: OpenDataSet = {
  id: 'parametres',
  title: said('set.parameters'),
  columns: {
    id: { ...said('set.id'), type: 'text' },
    label: { ...said('set.label'), type: 'text' },
    value: { ...said('set.value'), type: 'text' },
    unit: { ...said('set.unit'), type: 'text' },
    from: { ...said('set.from'), type: 'date' },
    to: { ...said('set.to'), type: 'date' },
    text: { ...said('set.text'), type: 'text' },
    article: { ...said('set.article'), type: 'text' },
    status: { ...said('set.status'), type: 'text' },
  },
  rows: async () => allParameters().map(one => ({ ...one, label: one.label.fr, value: String(one.value) })),
}
