import { cast } from '#kernel/demonstration'
import { addPerson } from '#kernel/people'
import { defineService } from '#kernel/service'
import { words } from './locales/index.ts'
import { personalData } from './personalData.ts'
import { routes } from './routes.tsx'

/** An agent or an authorised helper holds the pen for someone, from a sheet, at the desk or on the telephone, and the journal says so. */
export const desk = defineService({
  id: 'desk',
  path: '/guichet',
  title: { fr: 'Guichet', en: 'Desk' },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  personalData,
  home: [
    {
      order: 90,
      async card({ actor, locale }) {
        if (!actor.roles.has('agent') && !actor.roles.has('helper')) return null
        const t = words(locale)
        return {
          title: t('card.title'),
          lead: t('desk.lead'),
          items: [
            { title: t('card.open'), url: '/guichet' },
            { title: t('desk.today'), url: '/guichet/saisies' },
          ],
        }
      },
    },
  ],
  async demo(world) {
    await addPerson(world.db, world.body.id, {
      name: 'Raymond Vasseur',
      postalAddress: '3 impasse du Moulin\n91440 Val-sur-Yvette',
      invented: true,
    })
  },
  samples: async () => ({ deskPerson: cast.nour.id }),
})
