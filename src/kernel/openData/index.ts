export { dictionaryOf, recordsOf, csvOf, jsonOf } from './formats.ts'
