import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { binaries } from './binaries.ts'
import { asServerUser, serverUser } from './serverUser.ts'

/** Makes a new, empty data folder. An interrupted attempt leaves nothing that would be taken for a database. */
export const initialise = async (folder: string, password: string) => {
  const { initdb } = await binaries()
  const draft = `${folder}/postgres.new`
  const passwordFile = `${folder}/postgres.password`
  const user = serverUser()
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  const options = [
    '--username=yvette_server',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]
  const launch = asServerUser(initdb, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...options], folder)
  const { status, stderr, error } = spawnSync(launch.command, launch.words, {
    ...launch,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  rmSync(passwordFile, { force: true })
  if (status !== 0) throw new Error(`PostgreSQL could not make its data folder ${folder}/postgres: ${error?.message ?? stderr}`)
  renameSync(draft, `${folder}/postgres`)
}
