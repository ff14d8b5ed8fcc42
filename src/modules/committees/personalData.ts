import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'
import { addDays } from '#kernel/clock'

const task = { fr: 'Mission d’intérêt public : la participation des habitants', en: 'Public interest: the participation of residents' }
const record = {
  fr: 'Mission d’intérêt public : la composition d’un comité fait foi',
  en: 'Public task: the composition of a committee is a record',
}
const forGood = {
  fr: 'Avec les procès-verbaux ; le nom disparaît si la personne est effacée',
  en: 'With the minutes; the name goes when the person is erased',
}

/** Candidacies go with the person; mandates stay as the record of who sat, without a name. */
export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Candidatures à un siège, motif et réponse', en: 'Candidacies for a seat, motive and answer' },
      basis: task,
      kept: { fr: 'Deux ans après la réponse, ou jusqu’à l’effacement', en: 'Two years after the answer, or until erasure' },
    },
    { what: { fr: 'Mandats dans les comités', en: 'Mandates in committees' }, basis: record, kept: forGood },
    { what: { fr: 'Qui a écrit ou changé quoi', en: 'Who wrote or changed what' }, basis: record, kept: forGood },
  ],
  columns: {
    'committees.candidacy.person_id': 'deleted',
    'committees.candidacy.decided_by': 'anonymised',
    'committees.mandate.person_id': 'kept',
    'committees.mandate.added_by': 'kept',
    'committees.mandate.ended_by': 'kept',
    'committees.committee.created_by': 'kept',
    'committees.dissolution.by_person': 'kept',
    'committees.seat.added_by': 'kept',
    'committees.file_item.changed_by': 'kept',
    'committees.presentation.noted_by': 'kept',
  },
  erase: async ({ db, body, today }, person) => {
    const yesterday = addDays(today, -1)
    await sql`delete from committees.candidacy where body_id = ${body.id} and person_id = ${person}`.execute(db)
    await sql`update committees.candidacy set decided_by = null where body_id = ${body.id} and decided_by = ${person}`.execute(db)
    await sql`delete from committees.mandate where body_id = ${body.id} and person_id = ${person} and since > ${yesterday}::date`.execute(
      db,
    )
    await sql`update committees.mandate set until = ${yesterday} where body_id = ${body.id} and person_id = ${person}
      and (until is null or until > ${yesterday}::date)`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    candidacies: (
      await sql`select committee_id, motive, applied_at, decision, reason from committees.candidacy where body_id = ${body.id} and person_id = ${person} order by id`.execute(
        db,
      )
    ).rows,
    mandates: (
      await sql`select m.committee_id, s.label, s.college, m.substitute, m.since, m.until, m.record from committees.mandate m
        join committees.seat s on s.body_id = m.body_id and s.id = m.seat_id where m.body_id = ${body.id} and m.person_id = ${person} order by m.id`.execute(
        db,
      )
    ).rows,
  }),
}
