export { recount, type Recount } from './recount.ts'
