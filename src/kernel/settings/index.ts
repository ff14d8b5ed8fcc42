export { settingsOf, changeSetting } from './settings.ts'
