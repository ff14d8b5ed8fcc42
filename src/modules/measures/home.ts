import { isTownHall } from '#engines/moderation'
import { formatDate } from '#kernel/i18n'
import type { HomeCard, KernelTables, World } from '#kernel/service'
import { words } from './locales/index.ts'
import { proposalPath, waitingProposals } from './proposals/queries/proposals.ts'
import { latestMeasures } from './queries/latestMeasures.ts'
import { readMeasures } from './queries/readMeasures.ts'
import type { MeasureTables } from './schema.ts'

/** Measures that close soon; failing that, those that changed last. And the measures proposed that wait for the town hall. */
export const home: readonly HomeCard[] = [
  {
    order: 10,
    card: async (world: World<MeasureTables & KernelTables>) => {
      const { db } = world
      const t = words(world.locale)
      const closing = await readMeasures(
        db,
        world.body.id,
        { words: '', stage: null, section: null, isClosingSoon: true },
        { size: 4, start: 0 },
        world.today,
      )
      const measures = closing.measures.length > 0 ? closing.measures : await latestMeasures(db, world.body.id, 4)
      return {
        title: t('home.title'),
        lead: t('home.lead', { n: measures.length }),
        items: measures.map(measure => ({
          title: measure.title,
          url: `/mesures/${measure.id}`,
          note: [t(`stage.${measure.stage}`), measure.closesOn && t('home.closes', { date: formatDate(measure.closesOn, world.locale) })]
            .filter(Boolean)
            .join(', '),
        })),
        more: { label: t('home.more'), url: '/mesures' },
      }
    },
  },
  {
    order: 65,
    card: async (world: World<MeasureTables & KernelTables>) => {
      const t = words(world.locale)
      const waiting = await waitingProposals(world, 3)
      if (waiting.length === 0) return null
      return {
        title: t('home.proposed'),
        items: waiting.map(({ id, title }) => ({ title, url: proposalPath(id) })),
        more: { label: t('home.allProposed'), url: '/mesures/propositions' },
        expected: isTownHall(world.actor)
          ? { text: t('home.proposals', { n: waiting[0]?.total ?? 0 }), url: '/mesures/propositions' }
          : null,
      }
    },
  },
]
