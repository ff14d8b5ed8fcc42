import { mkdirSync } from 'node:fs'
import { type Config, openSecrets, type Secrets } from '#kernel/config'
import { type Cluster, openCluster, openExternal } from '#kernel/db'

/** The database of this instance, and its keys. */
export interface Instance {
  readonly cluster: Cluster
  readonly secrets: Secrets
  readonly keys: { readonly journal: Buffer; readonly signing: Buffer }
}

/** Opens the database that the environment names, embedded or external. */
export const openDatabase = async ({ dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>): Promise<Instance> => {
  mkdirSync(dataFolder, { recursive: true })
  const secrets = openSecrets(dataFolder)
  const cluster = databaseUrl ? await openExternal(databaseUrl, dataFolder) : await openCluster({ folder: dataFolder })
  return { cluster, secrets, keys: { journal: secrets.bytes('journal'), signing: secrets.bytes('signing') } }
}
