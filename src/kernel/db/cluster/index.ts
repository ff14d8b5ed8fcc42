export { openCluster } from './openCluster.ts'
export { openExternal } from './openExternal.ts'
export type { Cluster, DatabaseRole } from './cluster.ts'
