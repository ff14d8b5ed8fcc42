import { resolve } from 'node:path'
import pg from 'pg'
import { openSecrets, type Secrets } from '#kernel/config'
import { type Cluster, clusterAt, closeToOthers, type DatabaseRole } from './cluster.ts'
import { mainDatabase } from './names.ts'
import { roleNames, rolesSql } from './roles.ts'

/**
 * Uses a PostgreSQL server (15 or later) that somebody else runs. An administrator's address lets Yvette make its roles
 * and its database by itself; with the address of a mere owner, the two working roles must have been made.
 * @param databaseUrl `postgresql://user:password@host:5432/database?sslmode=require`
 * @param folder where `secrets.json` keeps the passwords of the roles
 * @throws with the exact SQL to run when something is missing that this user may not do
 */
export const openExternal = async (databaseUrl: string, folder: string): Promise<Cluster> => {
  const address = parsed(databaseUrl)
  const secrets = openSecrets(resolve(folder))
  const maintenance = new pg.Client({ connectionString: databaseUrl, ...(address.database ? {} : { database: 'postgres' }) })
  const database = address.database && address.database !== 'postgres' ? address.database : mainDatabase
  const client = await connected(maintenance, databaseUrl, address.database)
  try {
    const server = await described(client)
    if (server.number < 150000) throw new Error(`Yvette needs PostgreSQL 15 or later; ${address.host} runs ${server.version}.`)
    const place = {
      host: address.host,
      port: address.port,
      version: String(Math.floor(server.number / 10000)),
      database,
      options: address.options,
      stop: async () => {},
    }
    const account = (role: DatabaseRole) =>
      role === 'owner' && !server.makesRoles
        ? { user: address.user, password: address.password }
        : { user: `yvette_${role}`, password: secrets.text(`postgres.${role}`) }
    const cluster = clusterAt({ ...place, account })
    if (await reachable(cluster)) return cluster
    if (!server.makesRoles) throw new Error(askForRoles(database, address.user, secrets))
    await make(client, database, server.superuser, secrets)
    return cluster
  } finally {
    await client.end()
  }
}

const parsed = (databaseUrl: string) => {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Error('DATABASE_URL must look like postgresql://user:password@host:5432/yvette')
  return {
    host: decodeURIComponent(url.hostname) || url.searchParams.get('host') || '127.0.0.1',
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    options: options(url.searchParams),
  }
}

// `host` and `port` already stand before: the rest (sslmode, …) is kept.
const options = (given: URLSearchParams) => {
  const kept = new URLSearchParams([...given].filter(([name]) => name !== 'host' && name !== 'port'))
  return kept.size > 0 ? `?${kept}` : ''
}

/** An administrator may name a database that does not exist yet: it is made from `postgres`. */
const connected = async (client: pg.Client, databaseUrl: string, database: string): Promise<pg.Client> => {
  try {
    await client.connect()
    return client
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === '3D000'
    if (!missing || !database) throw error
    const other = new URL(databaseUrl)
    other.pathname = '/postgres'
    const second = new pg.Client({ connectionString: other.href })
    await second.connect()
    return second
  }
}

const described = async (client: pg.Client): Promise<{ number: number; version: string; superuser: boolean; makesRoles: boolean }> => {
  const { rows } =
    await client.query(`select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
    rolsuper as superuser, rolsuper or (rolcreaterole and rolcreatedb) as "makesRoles" from pg_roles where rolname = current_user`)
  return rows[0]
}

const reachable = async (cluster: Cluster): Promise<boolean> => {
  for (const role of roleNames) {
    const client = new pg.Client({ connectionString: cluster.url(role) })
    try {
      await client.connect()
      const { rows } = await client.query("select has_database_privilege(current_database(), 'create') as may")
      if (role !== 'application' && !rows[0].may) return false
    } catch (error) {
      const refused = error instanceof Error && 'code' in error && /^(28|3D000)/.test(String(error.code))
      if (!refused) throw error
      return false
    } finally {
      await client.end()
    }
  }
  return true
}

const make = async (client: pg.Client, database: string, superuser: boolean, secrets: Secrets) => {
  const name = pg.escapeIdentifier(database)
  for (const statement of rolesSql(role => secrets.text(`postgres.${role}`))) await client.query(statement)
  if (!superuser) await client.query('grant yvette_owner to current_user')
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${name} owner yvette_owner template template0 encoding 'UTF8'`)
  else await client.query(`alter database ${name} owner to yvette_owner`)
  for (const statement of closeToOthers(database)) await client.query(statement)
}

const askForRoles = (database: string, owner: string, secrets: Secrets) => {
  const working = (['application', 'jobs'] as const).map(
    role => `  create role yvette_${role} login password ${pg.escapeLiteral(secrets.text(`postgres.${role}`))};`,
  )
  const grants = [`alter database ${pg.escapeIdentifier(database)} owner to ${pg.escapeIdentifier(owner)}`, ...closeToOthers(database)]
  return [
    'DATABASE_URL names a user who may not create roles. Ask the administrator of the server to run this, once:',
    ...working,
    ...grants.map(statement => `  ${statement};`),
    'The passwords are kept in secrets.json, in the data folder; then start Yvette again.',
  ].join('\n')
}
