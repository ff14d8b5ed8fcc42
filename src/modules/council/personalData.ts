import { addDays } from '#kernel/clock'
import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

const record = {
  fr: 'Mission d’intérêt public : les actes du conseil font foi',
  en: 'Public task: the acts of the council are a record',
}

/** Mandates are those of a public office: they end with the account, and lose its name. A published text keeps the names it was signed with. */
export const personalData: PersonalData = {
  held: [
    {
      what: {
        fr: 'Mandats au conseil municipal : fonction, délégation, groupe',
        en: 'Mandates in the council: function, portfolio, group',
      },
      basis: record,
      kept: {
        fr: 'Sans limite ; le nom disparaît des listes si la personne est effacée',
        en: 'Without limit; the name leaves the lists when the person is erased',
      },
    },
    {
      what: {
        fr: 'Noms écrits dans le texte publié d’une délibération : qui signe, qui vote, qui se retire',
        en: 'Names written in the published text of a deliberation: who signs, votes, withdraws',
      },
      basis: record,
      kept: { fr: 'Sans limite : un acte publié ne change pas', en: 'Without limit: a published act does not change' },
    },
    {
      what: { fr: 'Qui a écrit ou publié quoi', en: 'Who wrote or published what' },
      basis: record,
      kept: { fr: 'Avec l’acte', en: 'With the act' },
    },
  ],
  columns: {
    'council.mandate.person_id': 'kept',
    'council.mandate.added_by': 'kept',
    'council.mandate.ended_by': 'kept',
    'council.deliberation.drafted_by': 'kept',
    'council.publication.published_by': 'kept',
    'council.transmission.noted_by': 'kept',
    'council.list_publication.published_by': 'kept',
  },
  erase: async ({ db, body, today }, person) => {
    const yesterday = addDays(today, -1)
    await sql`delete from council.mandate where body_id = ${body.id} and person_id = ${person} and since > ${yesterday}::date`.execute(db)
    await sql`update council.mandate set until = ${yesterday} where body_id = ${body.id} and person_id = ${person}
      and (until is null or until > ${yesterday}::date)`.execute(db)
  },
  export: async ({ db, body }, person) => ({
    mandates: (
      await sql`select function, rank, portfolio, bloc, since, until, record, end_reason from council.mandate
      where body_id = ${body.id} and person_id = ${person} order by since, id`.execute(db)
    ).rows,
    written: (
      await sql`select label, title, drafted_at from council.deliberation where body_id = ${body.id} and drafted_by = ${person} order by id`.execute(
        db,
      )
    ).rows,
  }),
}
