import type { OpenDataSet } from '#kernel/world'
import type { Here } from './schema.ts'
import { figuresOf, versionOn } from './queries.ts'

/** The figures shown today, line by line as they were imported. */
export const openData: readonly OpenDataSet[] = [
  {
    id: 'population',
    title: { fr: 'Population', en: 'Population' },
    columns: {
      age: { fr: 'Tranche d’âge, ou vide pour toutes', en: 'Age band, or empty for all', type: 'text' },
      sex: { fr: 'Sexe (F, M), ou vide pour tous', en: 'Sex (F, M), or empty for all', type: 'text' },
      district: { fr: 'Code du quartier, ou vide pour tous', en: 'Code of the district, or empty for all', type: 'text' },
      people: { fr: 'Nombre d’habitants', en: 'Number of inhabitants', type: 'integer' },
      reference_on: { fr: 'Date des chiffres', en: 'Date of the figures', type: 'date' },
      source: { fr: 'Source', en: 'Source', type: 'text' },
      licence: { fr: 'Licence', en: 'Licence', type: 'text' },
    },
    rows: async ({ db, body, today }: Here) => {
      const version = await versionOn(db, body.id, today)
      if (!version) return []
      const { figures } = await figuresOf(db, body.id, version)
      return figures.map(figure => ({ ...figure, reference_on: version.referenceOn, source: version.source, licence: version.licence }))
    },
  },
]
