import { belenios2048 } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'

/** The arithmetic of secret votes on the server. */
export const backend = nodeBackend()
export const group = belenios2048(backend)
