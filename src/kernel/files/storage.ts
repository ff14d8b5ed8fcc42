import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where the bytes are: a folder of this machine. */
export interface FolderStorage {
  readonly folder: string
}
/** Where the bytes are: a bucket that speaks S3. `endpoint` is a full address; absent, it is Amazon's. */
export interface BucketStorage {
  readonly bucket: string
  readonly region: string
  readonly endpoint?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

let opened: Disk | undefined

/** Says once, when the process starts, where files are. */
export const openStorage = async (where: FolderStorage | BucketStorage): Promise<void> => {
  opened = new Disk('folder' in where ? new FSDriver({ location: where.folder, visibility: 'private' }) : await bucketDriver(where))
}

/** The open storage. Throws when `openStorage` was not called. */
export const storage = (): Disk => {
  if (!opened) throw new Error('No storage is open: call openStorage first.')
  return opened
}

const bucketDriver = async ({ bucket, region, endpoint, accessKeyId, secretAccessKey }: BucketStorage) => {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket,
    region,
    credentials: { accessKeyId, secretAccessKey },
    visibility: 'private',
    supportsACL: false,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  })
}
