export { backUp, type BackupPlan } from './backUp.ts'
export { inspectBackup } from './inspectBackup.ts'
export { restoreBackup, type RestorePlan } from './restoreBackup.ts'
export type { Manifest } from './manifest.ts'
