import type { Db } from '#kernel/db'
import type { PersonalData } from '#kernel/world'
import type { Example } from './schema.ts'

export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'l’auteur de chaque remarque', en: 'the author of each remark' },
      basis: { fr: 'mission d’intérêt public', en: 'task in the public interest' },
      kept: { fr: 'tant que le service existe ; le nom disparaît à l’effacement du compte', en: 'as long as the service exists; the name goes when the account is erased' },
    },
  ],
  columns: { 'example.remark.author_id': 'anonymised' },
  erase: async (world, person) => {
    await (world.db as Db<never> as Example).updateTable('example.remark').set({ author_id: null as never }).where('body_id', '=', world.body.id).where('author_id', '=', person).execute()
  },
}
