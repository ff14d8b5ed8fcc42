import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const publicTask = { fr: 'Mission d’intérêt public : partager équitablement des équipements', en: 'Public task: sharing equipment fairly' }
const withAccount = { fr: 'Le nom disparaît si la personne est effacée', en: 'The name goes when the person is erased' }

/** Who booked, was trained, signed, was absent. What was given by lot stays verifiable: pseudonyms lose their person. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Réservations, présences et absences, listes d’attente', en: 'Bookings, presence and absence, waiting lists' },
      basis: publicTask,
      kept: { fr: 'Trois ans, puis sans nom', en: 'Three years, then without a name' },
    },
    {
      what: { fr: 'Habilitations et règlements signés', en: 'Permits, and rules signed' },
      basis: { fr: 'Mission d’intérêt public : la sécurité des personnes', en: 'Public task: people’s safety' },
      kept: { fr: 'Effacés avec la personne', en: 'Deleted with the person' },
    },
    {
      what: {
        fr: 'Suspensions pour absences, et ce que la personne a répondu',
        en: 'Suspensions for absences, and what the person answered',
      },
      basis: publicTask,
      kept: { fr: 'Un an après la fin', en: 'One year after the end' },
    },
    { what: { fr: 'Qui a décidé ou écrit quoi', en: 'Who decided or wrote what' }, basis: publicTask, kept: withAccount },
  ],
  columns: {
    'booking.booking.person_id': 'anonymised',
    'booking.booking.keyed_by': 'anonymised',
    'booking.step.by_person': 'kept',
    'booking.early_end.by_person': 'kept',
    'booking.policy_version.set_by': 'kept',
    'booking.exception.decided_by': 'anonymised',
    'booking.permit.person_id': 'deleted',
    'booking.permit.granted_by': 'anonymised',
    'booking.permit.withdrawn_by': 'anonymised',
    'booking.acceptance.person_id': 'deleted',
    'booking.acceptance.keyed_by': 'anonymised',
    'booking.steward.person_id': 'deleted',
    'booking.steward.named_by': 'anonymised',
    'booking.suspension.person_id': 'deleted',
    'booking.suspension.lifted_by': 'anonymised',
    'booking.incident.reported_by': 'anonymised',
    'booking.incident.closed_by': 'anonymised',
    'booking.entry.by_person': 'kept',
    'booking.allocation.published_by': 'kept',
    'booking.allocation_seed.entered_by': 'kept',
    'booking.applicant.person_id': 'anonymised',
  },
  erase: async ({ db, body, now }, person) => {
    // What is still to come is freed: nobody waits for somebody who left.
    await sql`update booking.booking set state = 'cancelled', state_since = ${now} where body_id = ${body.id} and person_id = ${person}
      and state in ('asked', 'confirmed', 'waiting', 'offered') and lower(during) > ${now}`.execute(db)
    await sql`update booking.booking set person_id = null, purpose = '' where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update booking.applicant set person_id = null where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const table of ['permit', 'acceptance', 'steward', 'suspension'])
      await sql`delete from ${sql.table(`booking.${table}`)} where body_id = ${body.id} and person_id = ${person}`.execute(db)
    for (const [table, column] of hands)
      await sql`update ${sql.table(`booking.${table}`)} set ${sql.ref(column)} = null where body_id = ${body.id} and ${sql.ref(column)} = ${person}`.execute(
        db,
      )
  },
  export: async ({ db, body }, person) => ({
    bookings: (
      await sql`select coalesce(r.name, s.name) as thing, lower(b.during) as starts, upper(b.during) as ends, b.state, b.purpose, b.price_cents, b.pseudonym, b.asked_at
        from booking.booking b left join booking.resource r on r.id = b.resource_id left join booking.session s on s.id = b.session_id
        where b.body_id = ${body.id} and b.person_id = ${person} order by b.id`.execute(db)
    ).rows,
    permits: (
      await sql`select name, since, until, gained, withdrawn_on, withdrawn_because from booking.permit where body_id = ${body.id} and person_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
    signed: (
      await sql`select document, edition, accepted_at from booking.acceptance where body_id = ${body.id} and person_id = ${person} order by document, edition`.execute(
        db,
      )
    ).rows,
    suspensions: (
      await sql`select owner, absences, since, until, plea, lifted_at, lifted_because from booking.suspension where body_id = ${body.id} and person_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
    draws: (
      await sql`select a.title, p.pseudonym from booking.applicant p join booking.allocation a on a.body_id = p.body_id and a.id = p.allocation_id
        where p.body_id = ${body.id} and p.person_id = ${person} order by a.id`.execute(db)
    ).rows,
  }),
}

const hands = [
  ['booking', 'keyed_by'],
  ['exception', 'decided_by'],
  ['permit', 'granted_by'],
  ['permit', 'withdrawn_by'],
  ['acceptance', 'keyed_by'],
  ['steward', 'named_by'],
  ['suspension', 'lifted_by'],
  ['incident', 'reported_by'],
  ['incident', 'closed_by'],
] as const
