/**
 * Several readings sent at once, and their answers in the order asked. When one fails the others are waited for before
 * its error is thrown: no statement is left behind to run in the next transaction of the connection.
 */
export const together = async <T extends readonly unknown[] | []>(readings: T): Promise<{ -readonly [At in keyof T]: Awaited<T[At]> }> => {
  try {
    return await Promise.all(readings)
  } catch (error) {
    await Promise.allSettled(readings)
    throw error
  }
}
