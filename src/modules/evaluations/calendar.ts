import type { CalendarEntry } from '#kernel/service'
import { servicesNamed } from '#modules/catalogue'
import { words } from './locales/index.ts'
import { campaignsOf } from './queries/campaigns.ts'
import type { Here } from './schema.ts'

/** The first and last days of campaigns. */
export const calendar = async (world: Here, from: string, to: string): Promise<readonly CalendarEntry[]> => {
  const t = words(world.locale)
  const entries: CalendarEntry[] = []
  const campaigns = await campaignsOf(world, null, 100)
  const names = await servicesNamed(
    world,
    campaigns.map(({ service }) => service),
  )
  for (const campaign of campaigns) {
    const service = names.get(campaign.service) ?? ''
    for (const [kind, day] of [
      ['opens', campaign.opensOn],
      ['closes', campaign.closedOn ?? campaign.closesOn],
    ] as const) {
      if (day < from || day > to) continue
      entries.push({
        id: `evaluation-${kind}-${campaign.id}`,
        title: t(`calendar.${kind}`, { service }),
        startsAt: day,
        endsAt: `${day}T08:30:00.000Z`,
        url: `/evaluations/${campaign.id}`,
      })
    }
  }
  return entries
}
