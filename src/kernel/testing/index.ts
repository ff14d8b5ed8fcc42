export { startApp, type TestApp, type AppUnderTest } from './startApp.ts'
export { freshDatabase, testSecrets } from './databases.ts'
export { actorNamed } from './actorNamed.ts'
export { cast, bodies } from '#kernel/demonstration'
