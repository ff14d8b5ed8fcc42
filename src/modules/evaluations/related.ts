import { together } from '#kernel/db'
import type { Related } from '#kernel/world'
import { words } from './locales/index.ts'
import { openCampaigns } from './queries/campaigns.ts'
import { indicatorsOf } from './queries/publications.ts'
import { indicatorIds } from './rules/indicators.ts'
import { sayIndicator } from './saying.ts'

/** How a service is judged, and where to give one's opinion. */
export const related: readonly Related[] = [
  {
    label: { fr: 'Ce qu’en pensent ses usagers', en: 'What its users think of it' },
    find: async (world, subject) => {
      const service = /^service:(\d{1,18})$/.exec(subject)?.[1]
      if (!service) return []
      const t = words(world.locale)
      const [published, campaigns] = await together([indicatorsOf(world, [service]), openCampaigns(world, world.today)])
      const latest = published.at(-1)
      const open = campaigns.find(campaign => campaign.service === service)
      const said = indicatorIds.flatMap(id => {
        const figure = latest?.indicators[id]
        return figure ? [`${t(`indicator.${id}`).toLowerCase()} ${sayIndicator(t, id, figure.value, world.locale)}`] : []
      })
      return [
        ...(latest
          ? [
              {
                title: `${t('list.results')} : ${said.join(', ')} (${t('figure.n', { n: latest.respondents })})`,
                url: `/evaluations/service/${service}`,
              },
            ]
          : []),
        ...(open ? [{ title: t('list.give'), url: `/evaluations/${open.id}/repondre` }] : []),
      ]
    },
  },
]
