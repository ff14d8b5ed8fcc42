const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** The server cannot be reached, is starting or is shutting down. */
export const databaseIsAway = (error: unknown) =>
  /^(08|57P0)/.test(codeOf(error)) ||
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(codeOf(error)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message))

/** Two writers crossed (serialization failure or deadlock): the same work may simply be tried again. */
export const shouldRetry = (error: unknown) => codeOf(error) === '40001' || codeOf(error) === '40P01'

/** A unique or exclusion constraint refused what must not exist twice. */
export const isConflict = (error: unknown) => codeOf(error) === '23505' || codeOf(error) === '23P01'

/** The value cannot be stored: wrong type, out of range, too long, refused by a check. */
export const isInvalidInput = (error: unknown) => /^22|^2350[023]|^23514/.test(codeOf(error))
