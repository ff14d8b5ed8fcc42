import { sql } from '#kernel/db'
import type { PersonalData } from '#kernel/service'

export const personalData: PersonalData = {
  held: [
    {
      what: { fr: 'Votre nom public, vos coordonnées, votre langue', en: 'Your public name, contact details, language' },
      basis: { fr: 'Mission d’intérêt public : vous reconnaître et vous répondre', en: 'Public-interest task: to know you and answer you' },
      kept: { fr: 'Jusqu’à l’effacement de votre compte', en: 'Until your account is erased' },
    },
    {
      what: {
        fr: 'Vos sessions et vos clés d’accès : appareil, adresse réseau, dates',
        en: 'Your sessions and passkeys: device, network address, dates',
      },
      basis: { fr: 'Sécurité de votre compte', en: 'Security of your account' },
      kept: { fr: 'Trente jours pour une session', en: 'Thirty days for a session' },
    },
    {
      what: {
        fr: 'La preuve de votre résidence : comment et depuis quand, jamais le document',
        en: 'Proof of residence: how and since when, never the document',
      },
      basis: { fr: 'Consultations réservées aux habitants', en: 'Consultations kept for residents' },
      kept: { fr: 'Tant que vous habitez ici', en: 'As long as you live here' },
    },
    {
      what: { fr: 'Pour qui vous agissez, vos mandats et vos organisations', en: 'For whom you act, your mandates and organisations' },
      basis: {
        fr: 'Autorité parentale (loi n° 78-17, article 45) et publicité des mandats',
        en: 'Parental authority (law 78-17, article 45) and publicity of mandates',
      },
      kept: { fr: 'Durée du mandat', en: 'Duration of the mandate' },
    },
  ],
  columns: {
    'accounts.letter.person_id': 'deleted',
    'accounts.letter.address_text': 'deleted',
    'accounts.letter.asked_by': 'kept',
    'accounts.letter.printed_by': 'kept',
    'accounts.vouch.person_id': 'deleted',
    'accounts.vouch.voucher_id': 'deleted',
    'accounts.consent.ward_id': 'deleted',
    'accounts.consent.guardian_id': 'deleted',
    'accounts.membership_request.person_id': 'deleted',
    'accounts.membership_request.answered_by': 'kept',
    'accounts.email_change.person_id': 'deleted',
    'accounts.email_change.email': 'deleted',
    'accounts.erasure.person_id': 'kept',
  },
  async erase(world, person) {
    const body = world.body.id
    await sql`delete from accounts.letter where body_id = ${body} and person_id = ${person}`.execute(world.db)
    await sql`delete from accounts.vouch where body_id = ${body} and (person_id = ${person} or voucher_id = ${person})`.execute(world.db)
    await sql`delete from accounts.consent where body_id = ${body} and (ward_id = ${person} or guardian_id = ${person})`.execute(world.db)
    await sql`delete from accounts.membership_request where body_id = ${body} and person_id = ${person}`.execute(world.db)
    await sql`delete from accounts.email_change where body_id = ${body} and person_id = ${person}`.execute(world.db)
  },
  async export(world, person) {
    const body = world.body.id
    const read = async (query: ReturnType<typeof sql>) => (await query.execute(world.db)).rows
    return {
      person: await read(sql`select name, created_at from kernel.person where id = ${person}`),
      contact: await read(sql`select email, phone, postal_address, birth_date, locale from kernel.contact where person_id = ${person}`),
      residences: await read(
        sql`select proof, address, since, until, recorded_at from kernel.residence where body_id = ${body} and person_id = ${person} order by id`,
      ),
      roles: await read(
        sql`select role, service, title, since, until from kernel.role where body_id = ${body} and person_id = ${person} order by id`,
      ),
      letters: await read(
        sql`select purpose, address_text, asked_at, printed_at, used_at from accounts.letter where body_id = ${body} and person_id = ${person} order by id`,
      ),
      vouches: await read(sql`select vouched_at from accounts.vouch where body_id = ${body} and person_id = ${person} order by id`),
      doors: await read(
        sql`select u.door, u.email, u.created_at from auth.user u join kernel.account k on k.user_id = u.id where k.person_id = ${person} order by u.created_at`,
      ),
      journal:
        await read(sql`select e.at, e.event, e.subject, c.channel, c.data from journal.content c join journal.entry e on e.body_id = c.body_id and e.id = c.entry_id
        where c.body_id = ${body} and c.person_id = ${person} order by e.id limit 10000`),
    }
  },
}
