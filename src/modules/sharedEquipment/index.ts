import { instantInParis } from '#kernel/rules'
import { defineService } from '#kernel/service'
import { changes } from './changes.ts'
import { demo } from './demo.ts'
import { words } from './locales/index.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { itemsOf } from './queries/items.ts'
import { loansIn } from './queries/loans.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'
import { serviceOf, sharingSettings } from './service.ts'
import { home, itemPath, runs } from './where.ts'

/** What communes lend one another under an agreement: catalogue, loans, inspections, and an account that each can count again. */
export const sharedEquipment = defineService({
  id: 'sharedEquipment',
  path: '/materiel-partage',
  title: { fr: 'Matériel partagé', en: 'Shared equipment' },
  navigation: {
    section: 'run',
    order: 50,
    about: {
      fr: 'Emprunter le matériel des communes voisines, prêter le nôtre, lire qui paie quoi.',
      en: 'Borrowing from neighbouring communes, lending to them, reading who pays what.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  openData,
  personalData,
  retention,
  changes,
  demo,
  samples,
  settings: sharingSettings,
  search: [
    {
      id: 'sharedEquipment',
      label: { fr: 'Matériel partagé', en: 'Shared equipment' },
      find: async (world: Here, asked, limit) => {
        const sought = plain(asked).split(/\s+/).filter(Boolean)
        return (await itemsOf(world))
          .map(one => ({ one, text: plain(`${one.name} ${one.description} matériel prêt partagé`) }))
          .filter(({ text }) => sought.length > 0 && sought.every(word => text.includes(word)))
          .slice(0, limit)
          .map(({ one }) => ({
            title: one.name,
            url: itemPath(one.id),
            excerpt: one.description.slice(0, 200).toWellFormed(),
            rank: plain(one.name).includes(sought[0]!) ? 1 : 0.5,
          }))
      },
    },
  ],
  home: [
    {
      order: 64,
      card: async (world: Here) => {
        const t = words(world.locale)
        const items = await itemsOf(world)
        if (items.length === 0) return null
        const asked = (await runs(world))
          ? (await loansIn(world, { startsAt: world.now, endsAt: '2200-01-01T00:00:00.000Z' }, ['asked'])).filter(
              one => one.heldBy === world.body.id,
            )
          : []
        return {
          title: t('home.title'),
          lead: t('home.lead', { n: items.length, communes: new Set(items.map(one => one.body)).size }),
          items: items.slice(0, 3).map(one => ({ title: one.name, url: itemPath(one.id) })),
          more: { label: t('home.more'), url: home },
          expected: asked.length > 0 ? { text: t('home.answer', { n: asked.length }), url: `${home}/prets` } : null,
        }
      },
    },
  ],
  related: [
    {
      label: { fr: 'Partagé entre communes', en: 'Shared between communes' },
      find: async (world: Here, subject) => {
        const service = await serviceOf(world)
        return service !== null && subject === `service:${service}` ? [{ title: words(world.locale)('title'), url: home }] : []
      },
    },
  ],
  calendar: async (world: Here, from, to) =>
    (
      await loansIn(world, { startsAt: instantInParis(from.slice(0, 10), '00:00'), endsAt: instantInParis(to.slice(0, 10), '23:59') }, [
        'confirmed',
        'present',
      ])
    )
      .filter(one => one.body === world.body.id || one.heldBy === world.body.id)
      .map(one => ({
        id: `shared-loan:${one.id}`,
        title: one.thing,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        url: itemPath(one.resource),
      })),
})

/** Without accents nor capitals. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
