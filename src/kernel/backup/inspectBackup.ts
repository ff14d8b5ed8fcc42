import { readArchive, sha256 } from './archive.ts'
import { Manifest } from './manifest.ts'

/**
 * Reads an archive from end to end and recomputes the digest of every entry.
 * @throws when it is damaged, cut short, or not an archive of Yvette
 */
export const inspectBackup = async (path: string): Promise<Manifest> => {
  const seen: [string, string][] = []
  let last: Buffer | null = null
  try {
    for await (const { name, content } of readArchive(path)) {
      if (last) throw new Error('something follows the manifest')
      if (name === 'manifest.json') last = content
      else seen.push([name, sha256(content)])
    }
  } catch (error) {
    throw new Error(`${path} is damaged or is not a backup: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
  }
  if (!last) throw new Error(`${path} is cut short or is not a backup: it has no manifest.`)
  const manifest = Manifest.parse(JSON.parse(last.toString('utf8')))
  const wrong = manifest.entries.findIndex(([name, digest], place) => seen[place]?.[0] !== name || seen[place]?.[1] !== digest)
  if (wrong >= 0 || seen.length !== manifest.entries.length) {
    throw new Error(`${path} is damaged: ${manifest.entries[wrong]?.[0] ?? 'an entry'} is not what was saved.`)
  }
  return manifest
}
