import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : prêt de matériel entre communes', en: 'Public task: lending equipment between communes' }
const acts = [
  ['convention', 'written_by'],
  ['deliberation', 'recorded_by'],
  ['departure', 'said_by'],
  ['inspection', 'noted_by'],
  ['damage', 'noted_by'],
  ['contest', 'contested_by'],
  ['ruling', 'ruled_by'],
  ['cost', 'noted_by'],
  ['statement', 'published_by'],
  ['approval', 'approved_by'],
  ['closing', 'closed_by'],
  ['correction', 'noted_by'],
  ['payment', 'noted_by'],
] as const

/** Names stay in the commune where they were written: who drives in that of the borrower, who signed in that of the keeper. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Qui conduit un véhicule prêté', en: 'Who drives a vehicle that was lent' },
      basis,
      kept: {
        fr: 'Trois ans après le prêt ; lu par la seule commune qui emprunte',
        en: 'Three years after the loan; read by the borrowing commune alone',
      },
    },
    {
      what: { fr: 'Noms écrits sous un état des lieux', en: 'Names written under an inspection' },
      basis,
      kept: {
        fr: 'Trois ans après le prêt ; lus par la seule commune qui garde l’objet',
        en: 'Three years after the loan; read by the keeping commune alone',
      },
    },
    {
      what: {
        fr: 'Agent qui a écrit une version, une délibération, une dépense, un compte, une décision',
        en: 'Agent who wrote a version, a deliberation, a cost, an account, a decision',
      },
      basis,
      kept: { fr: 'Avec la ligne : elle ne se réécrit pas', en: 'With the line: it is not written again' },
    },
  ],
  columns: {
    ...Object.fromEntries(acts.map(([table, column]) => [`shared_equipment.${table}.${column}`, 'kept' as const])),
    'shared_equipment.driver.name': 'kept',
    'shared_equipment.driver.seen_by': 'anonymised',
    'shared_equipment.signature.name': 'anonymised',
    'shared_equipment.signature.person_id': 'anonymised',
  },
  erase: async ({ db, body }: Here, person) => {
    await sql`update shared_equipment.driver set seen_by = null where body_id = ${body.id} and seen_by = ${person}`.execute(db)
    await sql`update shared_equipment.signature set person_id = null, name = '–' where body_id = ${body.id} and person_id = ${person}`.execute(
      db,
    )
  },
  export: async ({ db, body }: Here, person) => ({
    inspectionsSigned: (
      await sql`select s.inspection_id, s.side, s.name from shared_equipment.signature s where s.body_id = ${body.id} and s.person_id = ${person}
        order by s.inspection_id`.execute(db)
    ).rows,
  }),
}
