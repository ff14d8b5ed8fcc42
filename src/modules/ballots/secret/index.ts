export { beginBoard, mayAnnounceSecret } from './announceSecret.ts'
export { sealBoard } from './countSecret.ts'
export { secretRoutes } from './routes/secretRoutes.ts'
