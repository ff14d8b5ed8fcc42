import type { PersonalData } from '#kernel/service'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }

/** The support of a person goes with them; what they proposed stays, without their name. */
export const amendmentPersonalData = {
  held: [
    {
      what: { fr: 'Auteur d’un amendement, et qui l’a saisi', en: 'Author of an amendment, and who keyed it in' },
      basis,
      kept: {
        fr: 'Tant que la mesure est publiée ; le nom disparaît à l’effacement',
        en: 'As long as the measure is published; the name goes when the person is erased',
      },
    },
    {
      what: { fr: 'Soutien à un amendement, date, et qui l’a saisi', en: 'Support of an amendment, its date, and who keyed it in' },
      basis,
      kept: { fr: 'Jusqu’au retrait du soutien ou à l’effacement du compte', en: 'Until the support is withdrawn or the account erased' },
    },
    {
      what: { fr: 'Auteur d’une décision du groupe de travail', en: 'Author of a decision of the working group' },
      basis,
      kept: {
        fr: 'Tant que la mesure est publiée ; le nom disparaît à l’effacement',
        en: 'As long as the measure is published; the name goes when the person is erased',
      },
    },
  ],
  columns: {
    'measures.amendment.author_id': 'anonymised',
    'measures.amendment.keyed_by': 'anonymised',
    'measures.amendment_support.person_id': 'deleted',
    'measures.amendment_support.keyed_by': 'anonymised',
    'measures.amendment_decision.author_id': 'anonymised',
  },
  erase: async (world: Here, personId: string) => {
    const { db } = world
    const body = world.body.id
    await db.deleteFrom('measures.amendment_support').where('body_id', '=', body).where('person_id', '=', personId).execute()
    await db
      .updateTable('measures.amendment_support')
      .set({ keyed_by: null })
      .where('body_id', '=', body)
      .where('keyed_by', '=', personId)
      .execute()
    await db
      .updateTable('measures.amendment')
      .set({ author_id: null })
      .where('body_id', '=', body)
      .where('author_id', '=', personId)
      .execute()
    await db
      .updateTable('measures.amendment')
      .set({ keyed_by: null })
      .where('body_id', '=', body)
      .where('keyed_by', '=', personId)
      .execute()
    await db
      .updateTable('measures.amendment_decision')
      .set({ author_id: null })
      .where('body_id', '=', body)
      .where('author_id', '=', personId)
      .execute()
  },
  export: async (world: Here, personId: string) => ({
    amendments: await world.db
      .selectFrom('measures.amendment as a')
      .innerJoin('measures.amendment_revision as r', join => join.onRef('r.body_id', '=', 'a.body_id').onRef('r.amendment_id', '=', 'a.id'))
      .select([
        'a.measure_id as measure',
        'a.id as amendment',
        'a.gesture',
        'a.state',
        'r.number as revision',
        'r.text',
        'r.reason',
        'r.written_at as at',
      ])
      .where('a.body_id', '=', world.body.id)
      .where('a.author_id', '=', personId)
      .orderBy('a.id')
      .orderBy('r.number')
      .execute(),
    amendmentSupports: await world.db
      .selectFrom('measures.amendment_support')
      .select(['amendment_id as amendment', 'supported_at as at', 'channel'])
      .where('body_id', '=', world.body.id)
      .where('person_id', '=', personId)
      .orderBy('amendment_id')
      .execute(),
  }),
} as const satisfies PersonalData
