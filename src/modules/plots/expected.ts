import { formatDate } from '#kernel/i18n'
import { words } from './locales/index.ts'
import { openSteps, tenanciesOf } from './queries/tenancies.ts'
import type { Here } from './schema.ts'

/** What awaits this very person: a plot to accept, a letter to answer; null when nothing does. */
export const expectedOf = async (world: Here): Promise<{ readonly text: string; readonly label: string; readonly href: string } | null> => {
  if (world.actor.personId === null) return null
  const t = words(world.locale)
  const held = (await tenanciesOf(world, world.actor.personId)).filter(one => one.endedOn === null)
  const offered = held.find(one => one.signedAt === null)
  const plotOf = (one: { plotNumber: string; gardenName: string }) => t('plot.of', { number: one.plotNumber, garden: one.gardenName })
  if (offered)
    return {
      text: t('mine.offered', { plot: plotOf(offered), date: formatDate(offered.answerBy, world.locale) }),
      label: t('mine.answer'),
      href: `/jardins/attributions/${offered.id}`,
    }
  const steps = held.length > 0 ? await openSteps(world) : []
  const warned = held.find(one => steps.some(step => step.tenancy === one.id))
  return warned
    ? { text: t('mine.warned', { plot: plotOf(warned) }), label: t('mine.see'), href: `/jardins/attributions/${warned.id}` }
    : null
}
