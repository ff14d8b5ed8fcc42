import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }

/** What people think is theirs: their votes go with them. What was published keeps numbers drawn by lot, which lead to nobody. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Réponses aux affirmations d’une consultation', en: 'Answers to the statements of a consultation' },
      basis,
      kept: {
        fr: 'Jusqu’à l’effacement du compte ; les résultats publiés ne disent pas de qui elles viennent',
        en: 'Until the account is erased; published results do not say whose they were',
      },
    },
    {
      what: { fr: 'Affirmations proposées, et par qui', en: 'Statements proposed, and by whom' },
      basis,
      kept: {
        fr: 'L’affirmation : sans limite ; son auteur : jusqu’à l’effacement du compte',
        en: 'The statement: without limit; its author: until the account is erased',
      },
    },
    {
      what: {
        fr: 'Clé pseudonyme du navigateur de qui répond sans compte',
        en: 'Pseudonymous key of the browser of those who answer without an account',
      },
      basis,
      kept: { fr: 'Un an après la fin de la consultation', en: 'One year after the end of the consultation' },
    },
    {
      what: {
        fr: 'Agents et membres du groupe qui conduisent une consultation ou saisissent une feuille',
        en: 'Agents and group members who run a consultation or key in a sheet',
      },
      basis,
      kept: {
        fr: 'Tant que la consultation est publiée ; le nom disparaît à l’effacement',
        en: 'As long as the consultation is published; the name goes when the person is erased',
      },
    },
  ],
  columns: {
    'consultations.consultation.created_by': 'anonymised',
    'consultations.step.author_id': 'anonymised',
    'consultations.statement.author_id': 'anonymised',
    'consultations.statement.keyed_by': 'anonymised',
    'consultations.print_run.printed_by': 'anonymised',
    'consultations.participant.person_id': 'deleted',
    'consultations.participant.keyed_by': 'anonymised',
    'consultations.participant.device_key': 'deleted',
    'consultations.publication.published_by': 'anonymised',
  },
  erase: async ({ db, body }: Here, person: string) => {
    await sql`update consultations.statement s set participant_id = null from consultations.participant p
      where s.body_id = ${body.id} and p.body_id = s.body_id and p.consultation_id = s.consultation_id and p.id = s.participant_id and p.person_id = ${person}`.execute(
      db,
    )
    await sql`delete from consultations.participant p where p.body_id = ${body.id} and p.merged_into is not null and exists (
      select from consultations.participant o where o.body_id = p.body_id and o.consultation_id = p.consultation_id and o.id = p.merged_into and o.person_id = ${person})`.execute(
      db,
    )
    await sql`delete from consultations.participant where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of [
      ['participant', 'keyed_by'],
      ['statement', 'author_id'],
      ['statement', 'keyed_by'],
      ['consultation', 'created_by'],
      ['step', 'author_id'],
      ['print_run', 'printed_by'],
      ['publication', 'published_by'],
    ] as const)
      await sql`update consultations.${sql.raw(table)} set ${sql.raw(column)} = null where body_id = ${body.id} and ${sql.raw(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }: Here, person: string) => ({
    answers: (
      await sql`select k.title as consultation, v.statement, s.text, case v.value when 1 then 'agree' when -1 then 'disagree' else 'pass' end as answer, v.voted_at as at, p.channel
        from consultations.participant p
        join consultations.consultation k on k.body_id = p.body_id and k.id = p.consultation_id
        join consultations.vote v on v.body_id = p.body_id and v.consultation_id = p.consultation_id and v.participant_id = p.id
        left join consultations.statement s on s.body_id = v.body_id and s.consultation_id = v.consultation_id and s.number = v.statement
        where p.body_id = ${body.id} and p.person_id = ${person} order by k.id, v.statement`.execute(db)
    ).rows,
    statements: (
      await sql`select consultation_id as consultation, number, text, proposed_at as at from consultations.statement
        where body_id = ${body.id} and author_id = ${person} order by consultation_id, number`.execute(db)
    ).rows,
  }),
}
