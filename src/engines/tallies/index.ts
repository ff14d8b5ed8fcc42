export { approvalTally, choiceTally, type PointsRule, pointsTally, type Tally, type YesNo, yesNoTally, type YesNoTally } from './counts.ts'
export { type Judged, type MajorityJudgment, majorityJudgment, type Separation } from './majorityJudgment.ts'
export type { Options, Rank } from './options.ts'
export { type BeatPath, type Ranking, type Schulze, schulze } from './schulze.ts'
