import { type Db, sql } from '#kernel/db'
import type { Room } from '#kernel/service'
import { forgetOld } from './forgetOld.ts'
import type { MailTables } from './tables.ts'
import type { Post } from './post.ts'
import { sendQueued } from './sendQueued.ts'

/** The kernel's mail room. Without a post (demonstration), letters stay where the mailbox page shows them. */
export const mail = (post: Post | null) =>
  ({
    id: 'mail',
    jobs: {
      'mail.send': {
        every: '* * * * *',
        run: async system => {
          if (post) await system.forEachBody<never>(async world => void (await sendQueued(world, post)))
        },
      },
      'mail.forget': { every: '20 4 * * *', run: system => system.forEachBody<never>(forgetOld) },
    },
    personalData: {
      held: [
        {
          what: { fr: 'Courriers électroniques envoyés : adresse, objet, texte', en: 'E-mails sent: address, subject, text' },
          basis: { fr: 'Mission d’intérêt public : prévenir la personne', en: 'Public interest: to inform the person' },
          kept: { fr: '30 jours', en: '30 days' },
        },
      ],
      columns: {
        'mail.message.person_id': 'deleted',
        'mail.message.address': 'deleted',
        'mail.message.text': 'deleted',
        'mail.refusal.address': 'deleted',
      },
      erase: async (world, personId) => {
        const db = world.db as unknown as Db<MailTables> // the kernel's own tables
        await sql`delete from mail.refusal where body_id = ${world.body.id}
          and address in (select address from mail.message where body_id = ${world.body.id} and person_id = ${personId})`.execute(db)
        await db.deleteFrom('mail.message').where('body_id', '=', world.body.id).where('person_id', '=', personId).execute()
      },
    },
  }) satisfies Room
