import { bookingsOf, reservationRoutes, sayWhen } from '#engines/booking'
import { defineService } from '#kernel/service'
import type { AnyWorld } from '#kernel/world'
import { demo } from './demo.ts'

/** What each person booked, waits for and may do; arrivals, approvals and suspensions for those who run a service. */
export const reservations = defineService({
  id: 'reservations',
  path: '/reservations',
  title: { fr: 'Réservations', en: 'Bookings' },
  routes: reservationRoutes,
  personalData: 'none',
  home: [
    {
      order: 5,
      card: async (world: AnyWorld) => {
        const { personId } = world.actor
        const bookings = personId === null ? [] : await bookingsOf(world, personId, world.now, 4)
        if (bookings.length === 0) return null
        const isFrench = world.locale === 'fr'
        return {
          title: isFrench ? 'Vos réservations' : 'Your bookings',
          items: bookings.map(one => ({ title: one.thing, url: `/reservations/${one.id}`, note: sayWhen(one, world.locale) })),
          more: { label: isFrench ? 'Toutes vos réservations' : 'All your bookings', url: '/reservations' },
        }
      },
    },
  ],
  demo,
})
