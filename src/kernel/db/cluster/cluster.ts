import pg from 'pg'

/** The owner migrates, the application answers requests, jobs do the rest. */
export type DatabaseRole = 'owner' | 'application' | 'jobs'

/** A PostgreSQL server with Yvette's three roles. */
export interface Cluster {
  /** Address to connect as this role, to the main database unless another is named. */
  url(role: DatabaseRole, database?: string): string
  /** Name of the main database. */
  readonly database: string
  /** Makes an empty database owned by yvette_owner. */
  createDatabase(name: string): Promise<void>
  /** Copies a database nobody is connected to; about 0.1 s. */
  createFromTemplate(name: string, template: string): Promise<void>
  /** Removes a database, and whoever is connected to it. */
  dropDatabase(name: string): Promise<void>
  /** Lets go of the server; the embedded one stops when nobody else uses it. */
  stop(): Promise<void>
  /** Major version: '18'. */
  readonly version: string
}

interface Place {
  readonly host: string
  readonly port: number
  readonly version: string
  readonly database: string
  readonly account: (role: DatabaseRole) => { readonly user: string; readonly password: string }
  /** What follows in the address: `?sslmode=require`. */
  readonly options?: string
  readonly stop: () => Promise<void>
}

export const clusterAt = (place: Place): Cluster => {
  const url = (role: DatabaseRole, database = place.database) => {
    const { user, password } = place.account(role)
    const account = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
    return `postgresql://${account}@${encodeURIComponent(place.host)}:${place.port}/${encodeURIComponent(database)}${place.options ?? ''}`
  }
  const asOwner = async (statements: readonly string[], from = place.database) => {
    const client = new pg.Client({ connectionString: url('owner', from) })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  // The main database can only be made or removed from beside it.
  const besides = (name: string) => (name === place.database ? 'postgres' : place.database)
  const quoted = (name: string) => pg.escapeIdentifier(name)
  return {
    url,
    database: place.database,
    version: place.version,
    stop: place.stop,
    createDatabase: name =>
      asOwner([`create database ${quoted(name)} template template0 encoding 'UTF8'`, ...closeToOthers(name)], besides(name)),
    createFromTemplate: (name, template) =>
      asOwner([`create database ${quoted(name)} template ${quoted(template)} strategy file_copy`, ...closeToOthers(name)]),
    dropDatabase: name => asOwner([`drop database if exists ${quoted(name)} with (force)`], besides(name)),
  }
}

/** Statements that keep a database for the three roles; jobs may add the schema of their queue. */
export const closeToOthers = (database: string) => [
  `revoke all on database ${pg.escapeIdentifier(database)} from public`,
  `grant connect, temporary on database ${pg.escapeIdentifier(database)} to yvette_application`,
  `grant connect, temporary, create on database ${pg.escapeIdentifier(database)} to yvette_jobs`,
]
