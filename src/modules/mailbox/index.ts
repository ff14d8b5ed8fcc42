import { cast } from '#kernel/demonstration'
import { sql } from '#kernel/db'
import { queueMail } from '#kernel/mail'
import { defineService } from '#kernel/service'
import { routes } from './routes.tsx'

/** In the demonstration, letters arrive here instead of leaving. */
export const mailbox = defineService({
  id: 'mailbox',
  path: '/courrier',
  title: { fr: 'Courriers de la démonstration', en: 'Letters of the demonstration' },
  routes,
  personalData: 'none',
  demo: async world => {
    await queueMail(world, {
      to: cast.amina.email,
      personId: cast.amina.id,
      locale: 'fr',
      subject: `Bienvenue à ${world.body.name}`,
      text: `Bonjour ${cast.amina.name},\n\nCeci est un courrier de la démonstration : il n’est pas parti.\n\nVoir les mesures : ${world.url}/mesures`,
    })
  },
  samples: async world => {
    const { rows } = await sql<{
      id: string
    }>`select id from mail.message where body_id = ${world.body.id} order by queued_at, id limit 1`.execute(world.db)
    return { letter: rows[0]?.id ?? '00000000-0000-4000-8000-000000000000' }
  },
})
