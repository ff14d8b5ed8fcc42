import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { AnyWorld, Retention } from '#kernel/world'

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }
const published = {
  fr: 'Tant que le budget est publié ; le nom disparaît à l’effacement',
  en: 'As long as the budget is published; the name goes when the person is erased',
}
const deleted = ['budgets.credit.person_id', 'budgets.draft.person_id'] as const
const anonymised = [
  'budgets.budget.created_by',
  'budgets.budget.published_by',
  'budgets.rules.written_by',
  'budgets.idea.author_id',
  'budgets.idea.keyed_by',
  'budgets.idea_version.written_by',
  'budgets.merge.merged_by',
  'budgets.withdrawal.withdrawn_by',
  'budgets.study.written_by',
  'budgets.appeal.author_id',
  'budgets.appeal_answer.written_by',
  'budgets.message.author_id',
  'budgets.message.keyed_by',
  'budgets.ballot.person_id',
  'budgets.sheet_entry.keyed_by',
  'budgets.lot.entered_by',
  'budgets.measure.made_by',
] as const

/** Ideas and ballots stay without the name; drafts and credits go with the person. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Auteur d’une idée, d’un message, d’un recours, et qui l’a saisi',
        en: 'Author of an idea, a message, an appeal, and who keyed it in',
      },
      basis,
      kept: published,
    },
    {
      what: { fr: 'Bulletin en brouillon', en: 'Draft ballot' },
      basis,
      kept: { fr: 'Jusqu’au dépôt, au plus tard jusqu’au décompte', en: 'Until it is cast, at the latest until the count' },
    },
    {
      what: {
        fr: 'Bulletin déposé, lié à la personne pour pouvoir le changer, avec le quartier et l’âge si elle les a dits',
        en: 'Ballot cast, tied to the person so that it can be changed, with district and age if they said them',
      },
      basis,
      kept: {
        fr: 'Le lien : jusqu’au décompte, qui le défait pour toujours ; le bulletin sans nom : sans limite',
        en: 'The tie: until the count, which undoes it for ever; the ballot without a name: without limit',
      },
    },
    {
      what: {
        fr: 'Agent qui a écrit des règles, une étude, une réponse, saisi un bulletin papier ou un tirage',
        en: 'Agent who wrote rules, a study, an answer, keyed in a paper ballot or a lot',
      },
      basis,
      kept: published,
    },
  ],
  columns: {
    ...Object.fromEntries(deleted.map(column => [column, 'deleted'] as const)),
    ...Object.fromEntries(anonymised.map(column => [column, 'anonymised'] as const)),
  },
  erase: async ({ db, body }: AnyWorld, personId) => {
    for (const [column, fate] of [
      ...deleted.map(one => [one, 'deleted'] as const),
      ...anonymised.map(one => [one, 'anonymised'] as const),
    ]) {
      const dot = column.lastIndexOf('.')
      const [table, name] = [sql.table(column.slice(0, dot)), sql.ref(column.slice(dot + 1))]
      await (
        fate === 'deleted'
          ? sql`delete from ${table} where body_id = ${body.id} and ${name} = ${personId}`
          : sql`update ${table} set ${name} = null where body_id = ${body.id} and ${name} = ${personId}`
      ).execute(db)
    }
  },
  export: async ({ db, body }: AnyWorld, personId) => ({
    ideas: (
      await sql`select id as idea, title, text, place_text as place, proposed_at as at from budgets.idea
        where body_id = ${body.id} and author_id = ${personId} order by id`.execute(db)
    ).rows,
    messages: (
      await sql`select idea_id as idea, text, written_at as at from budgets.message
        where body_id = ${body.id} and author_id = ${personId} order by id`.execute(db)
    ).rows,
    appeals: (
      await sql`select study_id as study, text, filed_at as at from budgets.appeal
        where body_id = ${body.id} and author_id = ${personId} order by study_id`.execute(db)
    ).rows,
    drafts: (
      await sql`select budget_id as budget, choices from budgets.draft where body_id = ${body.id} and person_id = ${personId}`.execute(db)
    ).rows,
    ballots: (
      await sql`select budget_id as budget, choices, district, age from budgets.ballot
        where body_id = ${body.id} and person_id = ${personId} order by budget_id`.execute(db)
    ).rows,
  }),
}

/** Codes of paper ballots and who read them serve to check a count; not for ever. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Lectures des bulletins papier', en: 'Readings of paper ballots' },
    reason: { fr: 'Assez pour vérifier un décompte contesté', en: 'Enough to check a count that is contested' },
    days: 365,
    purge: async ({ db, body }, before) => {
      const old = sql`budget_id in (select k.budget_id from budgets.count k where k.body_id = ${body.id} group by k.budget_id having max(k.counted_at) < ${before})`
      const { numAffectedRows } = await sql`delete from budgets.sheet_entry where body_id = ${body.id} and ${old}`.execute(db)
      await sql`delete from budgets.sheet_counted where body_id = ${body.id} and ${old}`.execute(db)
      await sql`delete from budgets.sheet where body_id = ${body.id} and ${old}`.execute(db)
      return Number(numAffectedRows ?? 0)
    },
  },
]
