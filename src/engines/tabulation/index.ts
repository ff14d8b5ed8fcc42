export { tabulate } from './tabulate.ts'
export { publish } from './publish.ts'
export { rake, usualBounds, type Margin, type Profile, type Raking, type RakingBounds, type RakingRefusal } from './rules/rake.ts'
export { designEffectOf, wilson } from './rules/intervals.ts'
export { mayPublishAgain, type Holding } from './rules/mayPublishAgain.ts'
export { answeredAgainst } from './rules/answeredAgainst.ts'
export { tabulationWords } from './locales/index.ts'
export { cellThreshold } from './parameters.ts'
export type {
  Audit,
  Column,
  CrossCell,
  CrossTable,
  Earlier,
  Microdata,
  MultipleColumn,
  OneWayRow,
  OneWayTable,
  Plan,
  Publication,
  PublishedTable,
  Share,
  SingleColumn,
  Withheld,
} from './types.ts'
