import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const basis = { fr: 'Mission d’intérêt public', en: 'Public task' }
/** Bookings, permits and signatures are in the engine; here, who shared a project or noted what. The repair café asks nobody's name. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Qui a partagé un projet', en: 'Who shared a project' },
      basis,
      kept: {
        fr: 'Tant que le projet est partagé ; le nom disparaît à l’effacement',
        en: 'As long as the project is shared; the name goes when the person is erased',
      },
    },
    {
      what: {
        fr: 'Qui de l’équipe a noté une consommation, un prix, un stock, une réparation, un règlement',
        en: 'Who of the team noted a use, a price, a stock, a repair, rules',
      },
      basis,
      kept: { fr: 'Avec la ligne notée', en: 'With the line noted' },
    },
  ],
  columns: {
    'fablab.project.made_by': 'anonymised',
    'fablab.repair.taken_by': 'anonymised',
    'fablab.consumption.noted_by': 'kept',
    'fablab.material_price.set_by': 'kept',
    'fablab.stock_line.by_person': 'kept',
    'fablab.rules_edition.written_by': 'kept',
    'fablab.repair_import.imported_by': 'kept',
  },
  erase: async ({ db, body }, person) => {
    await sql`update fablab.project set made_by = null where body_id = ${body.id} and made_by = ${person}`.execute(db)
    await sql`update fablab.repair set taken_by = null where body_id = ${body.id} and taken_by = ${person}`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    projects: (
      await sql`select title, text, made_at from fablab.project where body_id = ${body.id} and made_by = ${person} order by id`.execute(db)
    ).rows,
  }),
}
