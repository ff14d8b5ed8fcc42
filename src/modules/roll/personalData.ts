import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import type { Retention } from '#kernel/world'
import type { Here } from './schema.ts'

const basis = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }

/** What the roll knows of people: what was seen at the desk, and that they took part; never what they chose. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Preuves vues au guichet : âge atteint ou identité, et le jour ; jamais le document',
        en: 'Proofs seen at the desk: age reached or identity, and the day; never the document',
      },
      basis,
      kept: { fr: 'Jusqu’à leur retrait ou l’effacement du compte', en: 'Until withdrawn or until the account is erased' },
    },
    {
      what: {
        fr: 'Participation à un vote et par quel canal, sans le choix',
        en: 'Having taken part in a vote and through which channel, without the choice',
      },
      basis,
      kept: { fr: 'Deux ans, ou jusqu’à l’effacement du compte', en: 'Two years, or until the account is erased' },
    },
    {
      what: { fr: 'Agents qui ont écrit une règle ou noté une preuve', en: 'Agents who wrote a rule or noted a proof' },
      basis,
      kept: { fr: 'La règle reste, le nom disparaît à l’effacement', en: 'The rule stays, the name goes when the account is erased' },
    },
  ],
  columns: {
    'roll.rule.created_by': 'anonymised',
    'roll.rule.published_by': 'anonymised',
    'roll.rule.withdrawn_by': 'anonymised',
    'roll.proof.person_id': 'deleted',
    'roll.proof.seen_by': 'anonymised',
    'roll.mark.person_id': 'deleted',
    'roll.mark.keyed_by': 'anonymised',
  },
  erase: async ({ db, body }: Here, person: string) => {
    await sql`delete from roll.proof where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from roll.mark where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of [
      ['rule', 'created_by'],
      ['rule', 'published_by'],
      ['rule', 'withdrawn_by'],
      ['proof', 'seen_by'],
      ['mark', 'keyed_by'],
    ] as const)
      await sql`update roll.${sql.raw(table)} set ${sql.raw(column)} = null where body_id = ${body.id} and ${sql.raw(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }: Here, person: string) => ({
    proofs: (
      await sql`select kind, at_least_age as "atLeastAge", seen_on as "seenOn" from roll.proof
        where body_id = ${body.id} and person_id = ${person} and withdrawn_at is null order by id`.execute(db)
    ).rows,
    tookPart: (
      await sql`select act, channel, marked_at as at from roll.mark where body_id = ${body.id} and person_id = ${person} order by act`.execute(
        db,
      )
    ).rows,
  }),
}

/** Two years after a vote, nobody needs to know who took part. */
export const retention: readonly Retention[] = [
  {
    what: { fr: 'Marques de participation', en: 'Marks of participation' },
    reason: {
      fr: 'Elles servent à ne compter personne deux fois, et à répondre à une contestation.',
      en: 'They serve to count nobody twice, and to answer a challenge.',
    },
    days: 730,
    purge: async ({ db, body }, before) => {
      const done = await sql`delete from roll.mark where body_id = ${body.id} and marked_at < ${before}`.execute(db)
      return Number(done.numAffectedRows ?? 0)
    },
  },
]
