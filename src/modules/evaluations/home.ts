import { formatDate } from '#kernel/i18n'
import type { HomeCard } from '#kernel/service'
import { servicesNamed } from '#modules/catalogue'
import { words } from './locales/index.ts'
import { openCampaigns } from './queries/campaigns.ts'
import { waitingCount } from './queries/words.ts'

/** Where to give one's opinion now; and to the town hall, words to read. */
export const home: readonly HomeCard[] = [
  {
    order: 45,
    card: async world => {
      const t = words(world.locale)
      const open = await openCampaigns(world, world.today)
      const isTownHall = world.actor.roles.has('agent')
      const toRead = isTownHall ? await waitingCount(world) : 0
      if (open.length === 0 && toRead === 0) return null
      const shown = open.slice(0, 4)
      const names = await servicesNamed(
        world,
        shown.map(({ service }) => service),
      )
      const items = shown.map(campaign => ({
        title: t('list.giveAbout', { service: names.get(campaign.service) ?? '' }),
        url: `/evaluations/${campaign.id}/repondre`,
        note: t('list.until', { date: formatDate(campaign.closesOn, world.locale) }),
      }))
      return {
        title: t('home.title'),
        lead: t('home.lead'),
        items,
        more: { label: t('home.more'), url: '/evaluations' },
        expected: toRead > 0 ? { text: t('home.expected', { n: toRead }), url: '/evaluations/paroles' } : null,
      }
    },
  },
]
