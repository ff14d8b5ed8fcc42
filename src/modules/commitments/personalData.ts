import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const followUpColumns = [
  ['commitments.milestone', 'added_by'],
  ['commitments.milestone_step', 'by_id'],
  ['commitments.money', 'by_id'],
  ['commitments.review_clause', 'set_by'],
  ['commitments.review_call', 'by_id'],
] as const

/** Who promised, noted and measured, in the exercise of their function. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Engagements : nom et fonction de qui en répond, et qui les a pris, suivis et mesurés',
        en: 'Commitments: name and function of who answers for them, and who made, followed and measured them',
      },
      basis: { fr: 'Mission d’intérêt public : un engagement public est signé', en: 'Public interest: a public commitment is signed' },
      kept: {
        fr: 'Le nom de qui en répond : sans limite, acte public ; le lien avec le compte : jusqu’à l’effacement',
        en: 'The name of who answers for it: without limit, a public act; the link to the account: until erased',
      },
    },
  ],
  columns: {
    'commitments.commitment.owner_name': 'kept',
    'commitments.commitment.made_by': 'anonymised',
    'commitments.step.by_id': 'anonymised',
    'commitments.reading.by_id': 'anonymised',
    'commitments.milestone.added_by': 'anonymised',
    'commitments.milestone_step.by_id': 'anonymised',
    'commitments.money.by_id': 'anonymised',
    'commitments.review_clause.set_by': 'anonymised',
    'commitments.review_call.by_id': 'anonymised',
  },
  erase: async ({ db, body }, person) => {
    await sql`update commitments.commitment set made_by = null where body_id = ${body.id} and made_by = ${person}`.execute(db)
    await sql`update commitments.step set by_id = null where body_id = ${body.id} and by_id = ${person}`.execute(db)
    await sql`update commitments.reading set by_id = null where body_id = ${body.id} and by_id = ${person}`.execute(db)
    for (const [table, column] of followUpColumns)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }, person) => {
    const { rows } = await sql`
      select 'commitment' as kind, id as commitment, title as text, made_at as at from commitments.commitment where body_id = ${body.id} and made_by = ${person}
      union all select kind, commitment_id, note, taken_at from commitments.step where body_id = ${body.id} and by_id = ${person}
      union all select 'reading', commitment_id, source, recorded_at from commitments.reading where body_id = ${body.id} and by_id = ${person}
      union all select 'milestone', commitment_id, title, added_at from commitments.milestone where body_id = ${body.id} and added_by = ${person}
      union all select 'milestone-' || s.kind, m.commitment_id, s.note, s.taken_at from commitments.milestone_step s
        join commitments.milestone m on m.body_id = s.body_id and m.id = s.milestone_id where s.body_id = ${body.id} and s.by_id = ${person}
      union all select 'money-' || kind, commitment_id, label, recorded_at from commitments.money where body_id = ${body.id} and by_id = ${person}
      union all select 'clause-' || kind, commitment_id, condition, set_at from commitments.review_clause where body_id = ${body.id} and set_by = ${person}
      union all select 'returned', v.commitment_id, w.note, w.called_at from commitments.review_call w
        join commitments.review_clause v on v.body_id = w.body_id and v.id = w.clause_id where w.body_id = ${body.id} and w.by_id = ${person}
      order by at, commitment`.execute(db)
    return rows
  },
}
