import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'

const basis = { fr: 'Mission d’intérêt public : la participation des usagers', en: 'Public interest: the participation of users' }
const published = {
  fr: 'Tant que la ligne est publiée ; le nom disparaît à l’effacement',
  en: 'As long as the line is published; the name goes when the person is erased',
}
const deleted = ['needs.credit.person_id', 'needs.agreement.person_id'] as const
const anonymised = [
  'needs.line.author_id',
  'needs.line.keyed_by',
  'needs.precision.author_id',
  'needs.precision.keyed_by',
  'needs.agreement.keyed_by',
  'needs.step.author_id',
  'needs.grouping.author_id',
  'needs.round.opened_by',
  'needs.round.closed_by',
] as const

/** What was said stays, without the name; having seen it too goes with the person. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Auteur d’une ligne ou d’une précision, son collège, et qui l’a saisie',
        en: 'Author of a line or a precision, their college, and who keyed it in',
      },
      basis,
      kept: published,
    },
    {
      what: {
        fr: 'Avoir constaté la même chose, date et collège, et qui l’a saisi',
        en: 'Having seen the same thing, date and college, and who keyed it in',
      },
      basis,
      kept: { fr: 'Jusqu’au retrait du constat ou à l’effacement du compte', en: 'Until it is taken back or the account erased' },
    },
    {
      what: {
        fr: 'Agent qui a écrit une étape ou regroupé des lignes, élu ou agent qui a ouvert ou conclu un état des besoins',
        en: 'Agent who wrote a step or grouped lines, agent or elected member who opened or concluded a round',
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
    for (const column of deleted) {
      const { table, name } = parts(column)
      await sql`delete from ${sql.table(table)} where body_id = ${body.id} and ${sql.ref(name)} = ${personId}`.execute(db)
    }
    for (const column of anonymised) {
      const { table, name } = parts(column)
      await sql`update ${sql.table(table)} set ${sql.ref(name)} = null where body_id = ${body.id} and ${sql.ref(name)} = ${personId}`.execute(
        db,
      )
    }
  },
  export: async ({ db, body }: AnyWorld, personId) => ({
    lines: (
      await sql`select id as need, service_id as service, kind, what, audience, place, change, evidence, stated_at as at, channel
        from needs.line where body_id = ${body.id} and author_id = ${personId} order by id`.execute(db)
    ).rows,
    agreements: (
      await sql`select line_id as need, agreed_at as at, channel from needs.agreement
        where body_id = ${body.id} and person_id = ${personId} order by line_id`.execute(db)
    ).rows,
    precisions: (
      await sql`select line_id as need, text, written_at as at from needs.precision
        where body_id = ${body.id} and author_id = ${personId} order by id`.execute(db)
    ).rows,
  }),
}

/** `needs.line.author_id` → its table and its name. */
const parts = (column: string) => {
  const dot = column.lastIndexOf('.')
  return { table: column.slice(0, dot), name: column.slice(dot + 1) }
}
