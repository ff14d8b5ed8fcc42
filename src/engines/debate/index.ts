import { defineEngine } from '#kernel/service'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'

/** Arguments for, against and questions about anything, with sources, replies, marks of quality and a fair order. */
export const debate = defineEngine({
  id: 'debate',
  title: { fr: 'Débat', en: 'Debate' },
  migrations: new URL('./migrations/', import.meta.url),
  personalData,
  openData,
})

export type { DebateTables } from './tables.ts'
export { debateRoutes } from './debateRoutes.tsx'
export { debateUrl, type DebateMount, type DebateSubject } from './subject.ts'
export { DebateSummary } from './pages/DebateSummary.tsx'
export { argumentCount } from './queries/argumentCount.ts'
export { debateSummary, type DebateView, type ShownArgument } from './queries/debateView.ts'
export { editArgument, fileArgument, fileReply, markAnswered, withdrawArgument } from './queries/writeArgument.ts'
export { supportArgument, withdrawSupport } from './queries/supportArgument.ts'
export { debateOrder, learned, type Weighed } from './rules/debateOrder.ts'
export { qualities, stances, type Quality, type Side, type Stance } from './rules/terms.ts'
