import { defineEngine } from '#kernel/service'
import { openData } from './openData.ts'
import { personalData } from './personalData.ts'
import { retention } from './retention.ts'
import { moderationSettings } from './settings.ts'

/** Published rules, what waits to be read, what was hidden and why, appeals, reports, and the pace of publishing. */
export const moderation = defineEngine({
  id: 'moderation',
  title: { fr: 'Modération des publications', en: 'Moderation of contributions' },
  migrations: new URL('./migrations/', import.meta.url),
  retention,
  openData,
  settings: moderationSettings,
  personalData,
})

export type { ModerationTables } from './tables.ts'
export { isListedFor, isTownHall, isVisibleTo, kindOf, visible, type Act, type Moderated } from './rules/state.ts'
export {
  canAppeal,
  canDecide,
  canDecideAppeal,
  type AppealDecisionRefusal,
  type AppealRefusal,
  type DecisionRefusal,
  type ReportRefusal,
} from './rules/decisions.ts'
export { signals, type Signal } from './rules/signals.ts'
export { readRules, writeRules, type Rule, type Rulebook } from './rules/rulebook.ts'
export type { PaceVerdict } from './rules/pace.ts'
export { moderationSettings, moderationSettingsOf } from './settings.ts'
export { moderationOf } from './queries/moderationOf.ts'
export { registerContent, type Published } from './queries/registerContent.ts'
export { together, withinRate } from './queries/withinRate.ts'
export { decide, type Decision } from './queries/decide.ts'
export { decideAppeal, fileAppeal } from './queries/appeals.ts'
export { report, reportable } from './queries/report.ts'
export { rulebook, publishRules } from './queries/rulebook.ts'
export { waiting, waitingCounts, type Queue, type Waiting } from './queries/queue.ts'
export { contentFile, type ContentFile, type PastDecision } from './queries/contentFile.ts'
export { ownContents, type OwnContent } from './queries/ownContents.ts'
export { publicRegister, registerCounts, type RegisterCounts, type RegisterLine } from './queries/register.ts'
export { ModeratedContent } from './pages/ModeratedContent.tsx'
export { ReportLink } from './pages/ReportLink.tsx'
export { paceRefusal } from './pages/paceRefusal.ts'
export { filePath, ownContentsPath, queuePath, registerPath, reportPath, rulePath, rulesPath } from './pages/addresses.ts'
