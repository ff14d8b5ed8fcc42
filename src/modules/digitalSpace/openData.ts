import type { OpenDataSet } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { sayTopic } from './national.ts'
import { maskedBelow } from './parameters.ts'
import { standard } from './place.ts'
import { monthsOfActivity } from './queries/activity.ts'
import { nationalRow } from './queries/space.ts'
import { openMonth } from './rules/openMonth.ts'
import { published } from './rules/published.ts'

type Types = 'text' | 'number' | 'date'
const typeOf = { string: 'text', number: 'number', date: 'date' } as const satisfies Record<string, Types>

/** The place as the national standard describes it; telephone numbers are written `+33…`, as its schema asks. */
export const nationalPlaces: OpenDataSet = {
  id: 'lieux-de-mediation-numerique',
  title: {
    fr: `Lieux de médiation numérique (standard national ${standard.version})`,
    en: `Places of digital mediation (national standard ${standard.version})`,
  },
  columns: Object.fromEntries(
    standard.fields.map(
      ({ name, title, type }) =>
        [name, { fr: title, en: title, type: typeOf[type], ...(name === 'telephone' ? { format: 'telephone' as const } : {}) }] as const,
    ),
  ),
  rows: async (world: AnyWorld) => {
    const row = await nationalRow(world)
    return row ? [row] : []
  },
}

export const openData: readonly OpenDataSet[] = [
  nationalPlaces,
  {
    id: 'activite-espace-numerique',
    title: { fr: 'Activité de l’espace numérique, mois par mois', en: 'Activity of the digital space, month by month' },
    columns: {
      month: { fr: 'Mois', en: 'Month', type: 'text' },
      subject: { fr: 'Sujet ; vide pour l’ensemble', en: 'Subject; empty for all of them', type: 'text' },
      label: { fr: 'En clair', en: 'In words', type: 'text' },
      records: {
        fr: 'Séances ; vide quand le chiffre est masqué',
        en: 'Sessions; empty when the figure is masked',
        type: 'integer',
      },
      people: { fr: 'Personnes', en: 'People', type: 'integer' },
      hours: { fr: 'Heures', en: 'Hours', type: 'integer' },
    },
    rows: async (world: AnyWorld) => {
      const months = await monthsOfActivity(world.db, world.body.id, openMonth(world.today), 120)
      const threshold = maskedBelow(world.today)
      return months.toReversed().flatMap(one => {
        const { month, records, people, hours, topics } = published(one, threshold)
        return [
          { month, subject: '', label: '', records, people, hours },
          ...topics.map(({ code, count }) => ({
            month,
            subject: code,
            label: sayTopic(code, 'fr'),
            records: count,
            people: null,
            hours: null,
          })),
        ]
      })
    },
  },
]
