import type { KernelTables, PersonalData, World } from '#kernel/service'
import { amendmentPersonalData } from './amendments/personalData.ts'
import { groupPersonalData } from './group/personalData.ts'
import { proposalPersonalData } from './proposals/personalData.ts'
import type { MeasureTables } from './schema.ts'

type Here = World<MeasureTables & KernelTables>

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }
const columns = {
  'measures.programme.imported_by': 'anonymised',
  'measures.programme.published_by': 'anonymised',
  'measures.measure.pilot_id': 'anonymised',
  'measures.stage.author_id': 'anonymised',
  'measures.version.author_id': 'anonymised',
  'measures.version_credit.person_id': 'deleted',
  'measures.support.person_id': 'deleted',
  'measures.support.keyed_by': 'anonymised',
  ...amendmentPersonalData.columns,
  ...groupPersonalData.columns,
  ...proposalPersonalData.columns,
} as const

/** The support of a person goes with them, and the count says one less; what they wrote as the town hall stays without their name. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Soutien à une mesure, date, et qui l’a saisi', en: 'Support of a measure, its date, and who keyed it in' },
      basis,
      kept: { fr: 'Jusqu’au retrait du soutien ou à l’effacement du compte', en: 'Until the support is withdrawn or the account erased' },
    },
    {
      what: {
        fr: 'Auteur d’une étape ou d’une version, personne qui tient la plume',
        en: 'Author of a stage or a version, person who holds the pen',
      },
      basis,
      kept: {
        fr: 'Tant que la mesure est publiée ; le nom disparaît à l’effacement',
        en: 'As long as the measure is published; the name goes when the person is erased',
      },
    },
    {
      what: { fr: 'Contributeurs crédités d’une version', en: 'Contributors credited in a version' },
      basis,
      kept: { fr: 'Tant que la version est publiée', en: 'As long as the version is published' },
    },
    ...amendmentPersonalData.held,
    ...groupPersonalData.held,
    ...proposalPersonalData.held,
  ],
  columns,
  erase: async (world: Here, personId: string) => {
    const { db } = world
    const body = world.body.id
    await amendmentPersonalData.erase(world, personId)
    await groupPersonalData.erase(world, personId)
    await proposalPersonalData.erase(world, personId)
    await db.deleteFrom('measures.support').where('body_id', '=', body).where('person_id', '=', personId).execute()
    await db.deleteFrom('measures.version_credit').where('body_id', '=', body).where('person_id', '=', personId).execute()
    await db.updateTable('measures.support').set({ keyed_by: null }).where('body_id', '=', body).where('keyed_by', '=', personId).execute()
    await db
      .updateTable('measures.programme')
      .set({ imported_by: null })
      .where('body_id', '=', body)
      .where('imported_by', '=', personId)
      .execute()
    await db
      .updateTable('measures.programme')
      .set({ published_by: null })
      .where('body_id', '=', body)
      .where('published_by', '=', personId)
      .execute()
    await db.updateTable('measures.measure').set({ pilot_id: null }).where('body_id', '=', body).where('pilot_id', '=', personId).execute()
    await db.updateTable('measures.stage').set({ author_id: null }).where('body_id', '=', body).where('author_id', '=', personId).execute()
    await db
      .updateTable('measures.version')
      .set({ author_id: null })
      .where('body_id', '=', body)
      .where('author_id', '=', personId)
      .execute()
  },
  export: async (world: Here, personId: string) => {
    const { db } = world
    return {
      ...(await amendmentPersonalData.export(world, personId)),
      proposals: await proposalPersonalData.export(world, personId),
      groupRequests: await groupPersonalData.export(world, personId),
      supports: await db
        .selectFrom('measures.support')
        .select(['measure_id as measure', 'supported_at as at', 'channel'])
        .where('body_id', '=', world.body.id)
        .where('person_id', '=', personId)
        .orderBy('measure_id')
        .execute(),
      credits: await db
        .selectFrom('measures.version_credit')
        .select(['measure_id as measure', 'version', 'part'])
        .where('body_id', '=', world.body.id)
        .where('person_id', '=', personId)
        .orderBy('measure_id')
        .orderBy('version')
        .execute(),
    }
  },
}
