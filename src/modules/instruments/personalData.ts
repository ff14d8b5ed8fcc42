import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

/** Who opened a petition, who signed it, and who of the town hall wrote what. The electoral register is not here. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Pétitions lancées, et par qui', en: 'Petitions started, and by whom' },
      basis: { fr: 'Mission d’intérêt public : droit de pétition (CGCT, L1112-16)', en: 'Public interest: right of petition' },
      kept: {
        fr: 'Le texte : sans limite ; son auteur : jusqu’à l’effacement du compte',
        en: 'The text: without limit; its author: until the account is erased',
      },
    },
    {
      what: { fr: 'Signatures de pétitions, jamais publiées', en: 'Signatures of petitions, never published' },
      basis: { fr: 'Mission d’intérêt public : droit de pétition (CGCT, L1112-16)', en: 'Public interest: right of petition' },
      kept: {
        fr: 'Un an après le dernier jour de la pétition ; le nombre reste',
        en: 'A year after the last day of the petition; the number stays',
      },
    },
  ],
  columns: {
    'instruments.petition.proposed_by': 'anonymised',
    'instruments.signature.person_id': 'deleted',
    'instruments.signature.keyed_by': 'anonymised',
    'instruments.petition_step.by_id': 'anonymised',
    'instruments.electorate.recorded_by': 'anonymised',
    'instruments.legal_file.opened_by': 'anonymised',
    'instruments.file_version.written_by': 'anonymised',
    'instruments.file_check.done_by': 'anonymised',
    'instruments.file_result.recorded_by': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    await sql`delete from instruments.signature where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of anonymised)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }, person) => {
    const { rows } = await sql`
      select 'petition' as kind, id as number, title as text, proposed_at as at from instruments.petition where body_id = ${body.id} and proposed_by = ${person}
      union all select 'signature', petition_id, channel, signed_at from instruments.signature where body_id = ${body.id} and person_id = ${person}
      union all select kind, petition_id, note, recorded_at from instruments.petition_step where body_id = ${body.id} and by_id = ${person}
      union all select 'file-version', file_id, title, written_at from instruments.file_version where body_id = ${body.id} and written_by = ${person}
      order by at, kind, number`.execute(db)
    return rows
  },
}

const anonymised = [
  ['instruments.petition', 'proposed_by'],
  ['instruments.signature', 'keyed_by'],
  ['instruments.petition_step', 'by_id'],
  ['instruments.electorate', 'recorded_by'],
  ['instruments.legal_file', 'opened_by'],
  ['instruments.file_version', 'written_by'],
  ['instruments.file_check', 'done_by'],
  ['instruments.file_result', 'recorded_by'],
] as const
