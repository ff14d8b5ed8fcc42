import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { openData } from './openData.ts'
import { versions } from './queries.ts'
import { routes } from './routes.tsx'
import type { Here } from './schema.ts'

/** Who lives here: the population by age, sex and district, with its source, against which each survey is compared. */
export const population = defineService({
  id: 'population',
  path: '/population',
  title: { fr: 'Qui vit ici', en: 'Who lives here' },
  navigation: {
    section: 'judge',
    order: 40,
    about: {
      fr: 'Les habitants en chiffres, pour savoir qui manque quand on écoute.',
      en: 'Residents in figures, to know who is missing when we listen.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  openData,
  changes,
  demo,
  personalData: {
    held: [
      {
        what: { fr: 'Agent qui a importé ou publié des chiffres de population', en: 'Agent who imported or published population figures' },
        basis: { fr: 'Mission d’intérêt public', en: 'Public interest' },
        kept: {
          fr: 'Tant que les chiffres sont consultables ; le nom disparaît à l’effacement',
          en: 'As long as the figures can be read; the name goes when the person is erased',
        },
      },
    ],
    columns: { 'population.version.made_by': 'anonymised', 'population.publication.published_by': 'anonymised' },
    erase: async ({ db, body }: Here, personId: string) => {
      await db
        .updateTable('population.version')
        .set({ made_by: null })
        .where('body_id', '=', body.id)
        .where('made_by', '=', personId)
        .execute()
      await db
        .updateTable('population.publication')
        .set({ published_by: null })
        .where('body_id', '=', body.id)
        .where('published_by', '=', personId)
        .execute()
    },
  },
  samples: async ({ db, body }: Here) => ({ figures: (await versions(db, body.id, false, 1))[0]?.id ?? '1' }),
})

export { populationMargins, type PopulationMargins } from './populationMargins.ts'
export { type Dimension, dimensions, type PopulationMargin } from './figures.ts'
