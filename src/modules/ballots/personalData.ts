import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }

/** Until the count, a ballot is somebody's; after it, nothing leads to anyone. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Bulletin d’un vote public et brouillon, jusqu’au décompte',
        en: 'Ballot of a public vote and draft, until the count',
      },
      basis,
      kept: {
        fr: 'Jusqu’au décompte : le lien avec la personne est alors détruit ; avant, jusqu’à l’effacement du compte',
        en: 'Until the count, when the link with the person is destroyed; before it, until the account is erased',
      },
    },
    {
      what: {
        fr: 'Agents qui conduisent un vote ou saisissent une feuille ; noms des scrutateurs',
        en: 'Agents who run a vote or enter a sheet; names of scrutineers',
      },
      basis,
      kept: {
        fr: 'Avec le résultat ; le nom de l’agent disparaît à l’effacement de son compte',
        en: 'With the result; the agent’s name goes when their account is erased',
      },
    },
    {
      what: {
        fr: 'Noms des gardiens d’un vote secret et de qui fabrique ses codes, publiés avec le vote',
        en: 'Names of the trustees of a secret vote and of whoever makes its codes, published with the vote',
      },
      basis,
      kept: { fr: 'Avec le résultat et son archive', en: 'With the result and its archive' },
    },
  ],
  columns: {
    'ballots.ballot.created_by': 'anonymised',
    'ballots.step.author_id': 'anonymised',
    'ballots.entry.person_id': 'deleted',
    'ballots.draft.person_id': 'deleted',
    'ballots.counting_table.opened_by': 'anonymised',
    'ballots.sheet_entry.entered_by': 'anonymised',
    'ballots.tie_break.recorded_by': 'anonymised',
  },
  erase: async ({ db, body }: Here, person: string) => {
    await sql`delete from ballots.draft where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from ballots.entry where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of [
      ['ballot', 'created_by'],
      ['step', 'author_id'],
      ['counting_table', 'opened_by'],
      ['sheet_entry', 'entered_by'],
      ['tie_break', 'recorded_by'],
    ] as const)
      await sql`update ballots.${sql.raw(table)} set ${sql.raw(column)} = null where body_id = ${body.id} and ${sql.raw(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }: Here, person: string) => ({
    ballots: (
      await sql`select b.title, e.answers, e.pseudonym, e.cast_at as at from ballots.entry e join ballots.ballot b on b.body_id = e.body_id and b.id = e.ballot_id
        where e.body_id = ${body.id} and e.person_id = ${person} order by b.id`.execute(db)
    ).rows,
    drafts: (
      await sql`select b.title, d.answers, d.saved_at as at from ballots.draft d join ballots.ballot b on b.body_id = d.body_id and b.id = d.ballot_id
        where d.body_id = ${body.id} and d.person_id = ${person} order by b.id`.execute(db)
    ).rows,
  }),
}
