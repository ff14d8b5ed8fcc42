export { answers } from './answers.ts'
export { openClock, thresholdPassed, type NewClock } from './openClock.ts'
export { giveAnswer, type NewAnswer } from './giveAnswer.ts'
export { fileAppeal, mayAppeal } from './fileAppeal.ts'
export { answerCounts, clockOf, clocksAbout, clocksAboutEach, publicClocks, type Answer, type Clock, type Listed } from './clocks.ts'
export { answerPanel, thresholdOf } from './answerPanel.ts'
export { AnswerPanel, type AnswerPanelProps } from './pages/AnswerPanel.tsx'
export { answerRoutes } from './routes.tsx'
export { escalateLate } from './escalate.ts'
export { answersSet } from './openData.ts'
export { answerSettings } from './settings.ts'
export {
  canAnswer,
  canAppeal,
  dueOn,
  escalates,
  standing,
  verdicts,
  type AnswerRefusal,
  type AppealRefusal,
  type ClockKind,
  type Standing,
  type Verdict,
} from './rules.ts'
export type { AnswersTables } from './tables.ts'
