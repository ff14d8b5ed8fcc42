import { defineService } from '#kernel/service'
import { openDays } from './acts/markets.ts'
import { calendar, changes, home, related, search } from './contributions.ts'
import { demo } from './demo.ts'
import { sendDecision, sendReceipt, sendStep } from './letters.ts'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { retention } from './retention.ts'
import { routes } from './routes.tsx'
import { samples } from './samples.ts'
import type { Here } from './schema.ts'

/** The market of the commune, placed each morning by a published method, with or without network; its fees, its accounts, its life. */
export const market = defineService({
  id: 'market',
  path: '/marche',
  title: { fr: 'Marché', en: 'Market' },
  navigation: {
    section: 'run',
    order: 28,
    about: {
      fr: 'Savoir qui vient, avoir une place, comprendre les tarifs.',
      en: 'Knowing who comes, having a place, understanding the tariffs.',
    },
  },
  migrations: new URL('./migrations/', import.meta.url),
  routes,
  openData,
  personalData,
  retention,
  home,
  calendar,
  changes,
  related,
  search,
  events: { 'market.receipted': sendReceipt, 'market.warned': sendStep, 'market.decided': sendDecision },
  jobs: { 'market.days': { every: '20 3 * * *', run: system => system.forEachBody((world: Here) => openDays(world)) } },
  demo,
  samples,
})
