import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'

// An archive is a tar compressed with Zstandard: `zstd -dc FILE | tar -tv` shows it without Yvette.

export interface ArchiveWriter {
  /** Adds an entry and returns once the disk can take more. */
  add(name: string, content: Buffer): Promise<void>
  /** Name and SHA-256 of what was added so far. */
  readonly entries: readonly (readonly [string, string])[]
  finish(): Promise<void>
}

/** Opens a new archive, readable by its owner alone. @throws when the file cannot be written */
export const writeArchive = (path: string): ArchiveWriter => {
  const tar = pack()
  const writing = pipeline(tar, createZstdCompress(), createWriteStream(path, { mode: 0o600, flush: true }))
  writing.catch(() => {}) // told by add and finish
  const entries: [string, string][] = []
  return {
    entries,
    async add(name, content) {
      entries.push([name, sha256(content)])
      const added = new Promise<void>((resolve, reject) =>
        tar.entry({ name, size: content.length, mode: 0o600 }, content, error => (error ? reject(error) : resolve())),
      )
      await Promise.race([added, writing])
    },
    async finish() {
      tar.finalize()
      await writing
    },
  }
}

/** Entries of an archive, in order, each at most a few megabytes. @throws when the file is cut short or is no archive */
export async function* readArchive(path: string): AsyncGenerator<{ readonly name: string; readonly content: Buffer }> {
  const tar = extract()
  const reading = pipeline(createReadStream(path), createZstdDecompress(), tar)
  reading.catch(() => {}) // told by the loop below, or after it
  for await (const entry of tar) {
    const parts: Buffer[] = []
    for await (const part of entry as AsyncIterable<Buffer>) parts.push(part) // a tar's entry yields buffers
    yield { name: entry.header.name, content: Buffer.concat(parts) }
  }
  await reading
}

export const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')
