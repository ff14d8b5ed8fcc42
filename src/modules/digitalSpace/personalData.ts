import { archiveResource, changeResource } from '#engines/booking'
import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { Retention } from '#kernel/world'
import { mandateKeptFor } from './parameters.ts'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : l’accès aux droits', en: 'Public task: access to rights' }

/** Activity records hold nobody. What somebody lets the space do for them is held until they leave, and what was done is encrypted. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Mandats : ce que vous laissez faire en votre nom, jusqu’à quand, et ce qui a été fait (chiffré)',
        en: 'Mandates: what you let others do in your name, until when, and what was done (encrypted)',
      },
      basis: { fr: 'Le mandat que vous avez donné (Code civil, 1984 et suivants)', en: 'The mandate you gave (Code civil, 1984 ff.)' },
      kept: { fr: 'Cinq ans après la fin, puis effacé', en: 'Five years after the end, then erased' },
    },
    {
      what: {
        fr: 'Fiches « ce que nous avons fait ensemble » que vous avez voulu garder (chiffrées)',
        en: 'Sheets “what we did together” that you wanted to keep (encrypted)',
      },
      basis: { fr: 'Votre demande', en: 'Your request' },
      kept: { fr: 'Jusqu’à ce que vous les effaciez, un an au plus', en: 'Until you erase them, one year at most' },
    },
    {
      what: {
        fr: 'Qui reçoit, qui a enregistré un mandat ou agi, qui a remis ou repris un matériel, qui a décrit le lieu',
        en: 'Who helps, who recorded a mandate or acted, who handed over or took back equipment, who described the place',
      },
      basis,
      kept: { fr: 'Le nom disparaît si la personne est effacée', en: 'The name goes when the person is erased' },
    },
  ],
  columns: {
    'digital_space.space.updated_by': 'anonymised',
    'digital_space.facilitator.person_id': 'deleted',
    'digital_space.mandate.mandator_id': 'anonymised',
    'digital_space.mandate.paper_name': 'kept',
    'digital_space.mandate.received_by': 'anonymised',
    'digital_space.mandate_line.by_person': 'anonymised',
    'digital_space.mandate_line.done': 'deleted',
    'digital_space.loan_line.by_person': 'anonymised',
    'digital_space.sheet.person_id': 'deleted',
    'digital_space.sheet.text': 'deleted',
    'digital_space.sheet.made_by': 'anonymised',
  },
  erase: async (world: Here, person) => {
    const { db, body, now } = world
    // Nobody acts any more for somebody who left, and what was done in their name is no longer readable.
    await sql`insert into digital_space.mandate_line (body_id, mandate_id, kind, scope, at)
      select s.body_id, s.mandate_id, 'revoked', s.scope, ${now} from digital_space.mandate_scope s
      join digital_space.mandate m on m.body_id = s.body_id and m.id = s.mandate_id
      where s.body_id = ${body.id} and m.mandator_id = ${person} on conflict do nothing`.execute(db)
    await sql`update digital_space.mandate_line l set done = null from digital_space.mandate m
      where l.body_id = ${body.id} and m.body_id = l.body_id and m.id = l.mandate_id and m.mandator_id = ${person}`.execute(db)
    await sql`delete from digital_space.sheet where body_id = ${body.id} and person_id = ${person}`.execute(db)
    const { rows } = await sql<{
      resource: string
    }>`delete from digital_space.facilitator where body_id = ${body.id} and person_id = ${person}
      returning resource_id as resource`.execute(db)
    for (const { resource } of rows) {
      await changeResource(world, resource, { name: 'Conseil numérique', description: '' })
      await archiveResource(world, resource)
    }
    for (const [table, column] of hands)
      await sql`update ${sql.table(`digital_space.${table}`)} set ${sql.ref(column)} = null
        where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(db)
  },
  export: async ({ db, body }: Here, person) => ({
    mandates: (
      await sql`select m.id, m.first_day, m.last_day, m.channel, array_agg(s.scope order by s.scope) as scopes
        from digital_space.mandate m join digital_space.mandate_scope s on s.body_id = m.body_id and s.mandate_id = m.id
        where m.body_id = ${body.id} and m.mandator_id = ${person} group by m.body_id, m.id order by m.id`.execute(db)
    ).rows,
    acts: (
      await sql`select l.mandate_id, l.kind, l.scope, l.at from digital_space.mandate_line l
        join digital_space.mandate m on m.body_id = l.body_id and m.id = l.mandate_id
        where l.body_id = ${body.id} and m.mandator_id = ${person} order by l.id`.execute(db)
    ).rows,
    sheets: (
      await sql`select id, made_on from digital_space.sheet where body_id = ${body.id} and person_id = ${person} order by id`.execute(db)
    ).rows,
  }),
}

const hands = [
  ['space', 'updated_by'],
  ['mandate', 'mandator_id'],
  ['mandate', 'received_by'],
  ['mandate_line', 'by_person'],
  ['loan_line', 'by_person'],
  ['sheet', 'made_by'],
] as const

export const retention: readonly Retention[] = [
  {
    what: { fr: 'Mandats terminés, et ce qui a été fait', en: 'Mandates that ended, and what was done' },
    reason: {
      fr: 'Le temps pendant lequel la personne peut en demander compte (Code civil, 1993 et 2224)',
      en: 'The time during which the person may ask for an account of them (Code civil, 1993 and 2224)',
    },
    days: mandateKeptFor('2026-01-01'),
    purge: async ({ db, body }, before) => {
      const over = sql`select id from digital_space.mandate where body_id = ${body.id} and last_day < ${before.slice(0, 10)}::date`
      await sql`delete from digital_space.mandate_line where body_id = ${body.id} and mandate_id in (${over})`.execute(db)
      await sql`delete from digital_space.mandate_scope where body_id = ${body.id} and mandate_id in (${over})`.execute(db)
      const { numAffectedRows } =
        await sql`delete from digital_space.mandate where body_id = ${body.id} and last_day < ${before.slice(0, 10)}::date`.execute(db)
      return Number(numAffectedRows ?? 0n)
    },
  },
  {
    what: { fr: 'Fiches gardées pour une personne', en: 'Sheets kept for somebody' },
    reason: { fr: 'Une démarche dure rarement plus d’un an', en: 'A procedure seldom lasts more than a year' },
    days: 365,
    purge: async ({ db, body }, before) => {
      const { numAffectedRows } =
        await sql`delete from digital_space.sheet where body_id = ${body.id} and made_on < ${before.slice(0, 10)}::date`.execute(db)
      return Number(numAffectedRows ?? 0n)
    },
  },
]
