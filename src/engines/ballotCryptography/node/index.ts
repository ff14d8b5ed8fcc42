export { nodeBackend } from './backend.ts'
export { checkBallotInWorker } from './inWorker.ts'
