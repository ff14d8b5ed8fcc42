export { startApp, type TestApp, type AppUnderTest } from './startApp.ts'
export { freshDatabase } from './databases.ts'
export { cast, bodies } from '#kernel/demonstration'
