import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import type { Secrets } from '#kernel/config'
import { closeToOthers } from './cluster.ts'
import { mainDatabase } from './names.ts'
import { rolesSql } from './roles.ts'

/** Gives a new embedded server its roles and its database; once done, a mark spares later starts a connection. */
export const prepare = async (connection: pg.ClientConfig, secrets: Secrets, folder: string) => {
  const mark = `${folder}/postgres.ready`
  if (marked(mark)) return
  const client = new pg.Client(connection)
  await client.connect()
  try {
    for (const statement of rolesSql(role => secrets.text(`postgres.${role}`))) await client.query(statement)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [mainDatabase])
    if (rowCount === 0) await client.query(`create database ${mainDatabase} owner yvette_owner`)
    for (const statement of closeToOthers(mainDatabase)) await client.query(statement)
  } finally {
    await client.end()
  }
  writeFileSync(mark, version)
}

const version = '1'
const marked = (path: string) => {
  try {
    return readFileSync(path, 'utf8') === version
  } catch {
    return false
  }
}
