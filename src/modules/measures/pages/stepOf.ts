import { stages, type StageName } from '../rules/stages.ts'

/** Which step of an ordinary life a stage is; a withdrawal stops the way. */
export const stepOf = (stage: StageName) => ({ step: stages.indexOf(stage) + 1, of: stages.length - 1, stopped: stage === 'withdrawn' })
