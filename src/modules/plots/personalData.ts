import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import { applicationsBy } from './queries/rounds.ts'
import { lettersOf, tenanciesOf } from './queries/tenancies.ts'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : prêter équitablement des parcelles', en: 'Public task: lending plots fairly' }
const agreement = { fr: 'Convention signée avec la personne', en: 'Agreement signed with the person' }

/** Who asked, who cultivates, what they were told, what they owe; who visited and decided. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Demandes de parcelle, situation dite par la personne', en: 'Applications for a plot, situation stated by the person' },
      basis,
      kept: {
        fr: 'La situation, trois mois après la saison ; le reste, trois ans',
        en: 'The situation, three months after the season; the rest, three years',
      },
    },
    {
      what: { fr: 'Convention, redevance, dépôt, visites et courriers', en: 'Agreement, fee, deposit, visits and letters' },
      basis: agreement,
      kept: { fr: 'Cinq ans après la fin, puis sans nom', en: 'Five years after the end, then without a name' },
    },
    {
      what: { fr: 'Contestations et réponses', en: 'Objections and answers' },
      basis: agreement,
      kept: { fr: 'Cinq ans après la fin, puis sans nom', en: 'Five years after the end, then without a name' },
    },
    {
      what: { fr: 'Qui a noté une visite, une récolte, un don, un règlement', en: 'Who wrote down a visit, a harvest, a gift, a payment' },
      basis,
      kept: { fr: 'Le nom disparaît avec la personne', en: 'The name goes with the person' },
    },
  ],
  columns: {
    'plots.round.opened_by': 'anonymised',
    'plots.application.person_id': 'anonymised',
    'plots.application.keyed_by': 'anonymised',
    'plots.tenancy.person_id': 'anonymised',
    'plots.entry.by_person': 'anonymised',
    'plots.visit.by_person': 'anonymised',
    'plots.step.by_person': 'anonymised',
    'plots.objection.person_id': 'anonymised',
    'plots.objection.keyed_by': 'anonymised',
    'plots.objection.answered_by': 'anonymised',
    'plots.letter.person_id': 'deleted',
    'plots.harvest.person_id': 'anonymised',
    'plots.surplus.person_id': 'anonymised',
    'plots.surplus.taken_by': 'anonymised',
  },
  erase: async ({ db, body, now, today }: Here, person) => {
    // What they asked and what they have is free again; the accounts of the commune stay, without a name.
    await sql`delete from plots.letter where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update plots.objection set text = '—', person_id = null where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update plots.application set person_id = null, holder_name = '', project = '', low_income = false, needs_raised = false,
      withdrawn_at = coalesce(withdrawn_at, ${now}) where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update plots.step s set ended_on = ${today}, ended_because = 'left' from plots.tenancy t where s.body_id = ${body.id}
      and t.body_id = s.body_id and t.id = s.tenancy_id and t.person_id = ${person} and s.ended_on is null`.execute(db)
    await sql`update plots.tenancy set person_id = null, holder_name = '', shows_name = false, ended_because = coalesce(ended_because, 'left'),
      ended_on = coalesce(ended_on, ${today}::date) where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of hands)
      await sql`update ${sql.table(`plots.${table}`)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
  },
  export: async (world: Here, person) => ({
    applications: await applicationsBy(world, person),
    plots: await tenanciesOf(world, person),
    letters: await lettersOf(world).where('person_id', '=', person).execute(),
  }),
}
const hands = [
  ['round', 'opened_by'],
  ['application', 'keyed_by'],
  ['entry', 'by_person'],
  ['visit', 'by_person'],
  ['step', 'by_person'],
  ['objection', 'keyed_by'],
  ['objection', 'answered_by'],
  ['harvest', 'person_id'],
  ['surplus', 'person_id'],
  ['surplus', 'taken_by'],
] as const
