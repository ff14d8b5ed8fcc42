import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Qui a tenu la plume pour vous, quand, et d’après quel formulaire',
        en: 'Who held the pen for you, when, and from which form',
      },
      basis: {
        fr: 'Mission d’intérêt public : l’accès de tous, et la preuve de ce qui a été fait en votre nom',
        en: 'Public-interest task: access for all, and proof of what was done in your name',
      },
      kept: { fr: 'Jusqu’à l’effacement de votre fiche', en: 'Until your record is erased' },
    },
  ],
  columns: {
    'desk.entry.person_id': 'deleted',
    'desk.entry.keyed_by': 'kept',
    'desk.merge.kept_id': 'deleted',
    'desk.merge.removed_id': 'deleted',
    'desk.merge.merged_by': 'kept',
  },
  async erase(world, person) {
    await sql`delete from desk.entry where body_id = ${world.body.id} and person_id = ${person}`.execute(world.db)
    await sql`delete from desk.merge where body_id = ${world.body.id} and (kept_id = ${person} or removed_id = ${person})`.execute(world.db)
  },
  export: async (world, person) =>
    (
      await sql`select e.channel, e.form, e.began_at, e.ended_at, p.name as keyed_by from desk.entry e left join kernel.person p on p.id = e.keyed_by
      where e.body_id = ${world.body.id} and e.person_id = ${person} order by e.id`.execute(world.db)
    ).rows,
}
