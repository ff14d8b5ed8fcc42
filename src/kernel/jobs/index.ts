export { startWorkers, type Workers } from './workers.ts'
export { systemOf, type SystemMade } from './system.ts'
export { jobsMigrations } from './migrations.ts'
