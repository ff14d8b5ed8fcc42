import type { PersonalData } from '#kernel/world'
import { anonymise } from './queries.ts'

export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'l’auteur de chaque remarque', en: 'the author of each remark' },
      basis: { fr: 'mission d’intérêt public', en: 'task in the public interest' },
      kept: {
        fr: 'tant que le service existe ; le nom disparaît à l’effacement du compte',
        en: 'as long as the service exists; the name goes when the account is erased',
      },
    },
  ],
  columns: { 'example.remark.author_id': 'anonymised' },
  erase: async (world, person) => {
    await anonymise(world.db, world.body.id, person)
  },
}
