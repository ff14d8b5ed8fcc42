import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import { endMandate } from './queries/assemblies.ts'
import { meetingsWorld } from './mount.ts'

const publicRecord = {
  fr: 'Mission d’intérêt public : les actes d’une assemblée font foi',
  en: 'Public task: the acts of an assembly are a record',
}
const forGood = {
  fr: 'Avec les procès-verbaux ; le nom disparaît si la personne est effacée',
  en: 'With the minutes; the name goes when the person is erased',
}

/** What is kept of who sat, came and voted. Seats, attendance and open votes are the record of an assembly: the person behind them loses their name. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Mandats, présences, pouvoirs, votes à main levée ou nominaux, déports',
        en: 'Mandates, attendance, proxies, open votes, withdrawals',
      },
      basis: publicRecord,
      kept: forGood,
    },
    {
      what: {
        fr: 'Inscriptions aux réunions, appuis à un point, demandes de scrutin',
        en: 'Registrations to meetings, support for an item, how a vote was asked to be taken',
      },
      basis: { fr: 'Mission d’intérêt public : préparer la réunion', en: 'Public task: preparing the meeting' },
      kept: { fr: 'Effacés avec la personne', en: 'Deleted with the person' },
    },
    {
      what: { fr: 'Rapports minoritaires, et qui les signe', en: 'Minority reports, and who signs them' },
      basis: publicRecord,
      kept: forGood,
    },
    { what: { fr: 'Qui a noté ou écrit quoi', en: 'Who noted or wrote what' }, basis: publicRecord, kept: forGood },
  ],
  columns: {
    'meetings.registration.person_id': 'deleted',
    'meetings.item_asking.person_id': 'deleted',
    'meetings.manner_asking.person_id': 'deleted',
    'meetings.manner_asking.noted_by': 'anonymised',
    'meetings.urgency_ruling.noted_by': 'kept',
    'meetings.vote.presided_by': 'kept',
    'meetings.item.asked_by': 'anonymised',
    'meetings.member.person_id': 'kept',
    'meetings.member.added_by': 'kept',
    'meetings.meeting.planned_by': 'kept',
    'meetings.state.by_person': 'kept',
    'meetings.convening.sent_by': 'kept',
    'meetings.attendance.person_id': 'kept',
    'meetings.attendance.noted_by': 'kept',
    'meetings.proxy.giver_id': 'kept',
    'meetings.proxy.holder_id': 'kept',
    'meetings.proxy.noted_by': 'kept',
    'meetings.vote.opened_by': 'kept',
    'meetings.ballot.person_id': 'kept',
    'meetings.ballot.cast_by': 'kept',
    'meetings.paper_count.counted_by': 'kept',
    'meetings.withdrawal.person_id': 'kept',
    'meetings.withdrawal.noted_by': 'kept',
    'meetings.minutes.written_by': 'kept',
    'meetings.minutes_approval.by_person': 'kept',
    'meetings.document.added_by': 'kept',
    'meetings.charter_version.changed_by': 'kept',
    'meetings.minority_report.written_by': 'kept',
    'meetings.minority_signature.person_id': 'kept',
  },
  erase: async (world, person) => {
    const { db, body } = world
    const where = meetingsWorld(world)
    await sql`delete from meetings.registration where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from meetings.item_asking where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`delete from meetings.manner_asking where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update meetings.manner_asking set noted_by = null where body_id = ${body.id} and noted_by = ${person}`.execute(db)
    await sql`update meetings.item set asked_by = null where body_id = ${body.id} and asked_by = ${person}`.execute(db)
    await sql`update meetings.withdrawal set reason = '' where body_id = ${body.id} and person_id = ${person}`.execute(db)
    const seats = await where.db
      .selectFrom('meetings.member')
      .select('assembly_id')
      .distinct()
      .where('body_id', '=', body.id)
      .where('person_id', '=', person)
      .execute()
    for (const { assembly_id: assembly } of seats) await endMandate(where, assembly, person)
  },
  export: async ({ db, body }, person) => ({
    mandates: (
      await sql`select a.name, m.college, m.role, m.since, m.until from meetings.member m join meetings.assembly a on a.body_id = m.body_id and a.id = m.assembly_id
      where m.body_id = ${body.id} and m.person_id = ${person} order by m.since, m.id`.execute(db)
    ).rows,
    attendance: (
      await sql`select meeting_id, channel, arrived_at, left_at from meetings.attendance where body_id = ${body.id} and person_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
    registrations: (
      await sql`select meeting_id, answer, at from meetings.registration where body_id = ${body.id} and person_id = ${person} order by meeting_id`.execute(
        db,
      )
    ).rows,
    proxies: (
      await sql`select meeting_id, giver_id, holder_id, given_at, withdrawn_at from meetings.proxy
      where body_id = ${body.id} and (giver_id = ${person} or holder_id = ${person}) order by id`.execute(db)
    ).rows,
    minorityReports: (
      await sql`select vote_id, text, written_at from meetings.minority_report where body_id = ${body.id} and written_by = ${person} order by id`.execute(
        db,
      )
    ).rows,
    votes: (
      await sql`select v.question, b.choice, b.at from meetings.ballot b join meetings.vote v on v.body_id = b.body_id and v.id = b.vote_id
      where b.body_id = ${body.id} and b.person_id = ${person} order by b.vote_id`.execute(db)
    ).rows,
  }),
}
