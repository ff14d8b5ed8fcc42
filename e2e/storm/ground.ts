import pg from 'pg'
import { signInAs } from '#kernel/auth'
import { openSecrets } from '#kernel/config'
import { connect, openCluster } from '#kernel/db'
import type { Application } from './application.ts'
import type { Resident } from './storm.ts'

/** Works as the owner of the application's database, then leaves its server alone. */
export const asOwner = async <Result>(app: Pick<Application, 'folder'>, work: (owner: pg.Client) => Promise<Result>): Promise<Result> => {
  const cluster = await openCluster({ folder: app.folder })
  const owner = new pg.Client({ connectionString: cluster.url('owner') })
  try {
    await owner.connect()
    return await work(owner)
  } finally {
    await owner.end()
    await cluster.stop()
  }
}

/** Residents of the first commune, each already signed in. */
export const signedInResidents = async (app: Application, wanted: number): Promise<Resident[]> => {
  const { output, code } = await app.command('demo', 'populate', '--measures', '60', '--residents', String(wanted), '--supports', '0')
  if (code !== 0) throw new Error(output)
  const cluster = await openCluster({ folder: app.folder })
  const application = connect(cluster.url('application'), { size: 4 })
  try {
    const owner = new pg.Client({ connectionString: cluster.url('owner') })
    await owner.connect()
    const { rows } = await owner.query(
      "select p.id from kernel.person p join kernel.presence k on k.person_id = p.id where k.body_id = 1 and p.name like 'Personne inventée%' order by p.id limit $1",
      [wanted],
    )
    await owner.query(
      `insert into kernel.residence (body_id, person_id, proof, since) select 1, id, 'document-seen', '2026-01-01' from unnest($1::uuid[]) id`,
      [rows.map(({ id }) => id)],
    ) // voting asks that they live here
    await owner.end()
    const key = openSecrets(app.folder).bytes('signing')
    return await Promise.all(rows.map(async ({ id }) => ({ id, cookie: await signInAs(application, id, key, app.url) })))
  } finally {
    await application.close()
    await cluster.stop()
  }
}
