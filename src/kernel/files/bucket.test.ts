import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { cast, startApp } from '#kernel/testing'
import { fileResponse, forgetFile, missingFiles, openStorage, storeFile, sweepFiles } from './index.ts'

/** A server that speaks enough of S3 for one bucket: put, get, head, delete and list; it refuses what is not signed. */
const bucketServer = async () => {
  const objects = new Map<string, { bytes: Buffer; at: Date }>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const key = decodeURIComponent(url.pathname.replace(/^\/yvette\/?/, ''))
    const answer = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
      void response.writeHead(status, headers).end(body)
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/'))
      return answer(403, '<Error><Code>AccessDenied</Code></Error>')
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      const kept = objects.get(key)
      if (request.method === 'PUT') {
        objects.set(key, { bytes: plain(Buffer.concat(chunks), request.headers['content-encoding']), at: new Date() })
        return answer(200)
      }
      if (request.method === 'DELETE') return answer(objects.delete(key) ? 204 : 204)
      if (url.searchParams.has('list-type'))
        return answer(200, listed(objects, url.searchParams.get('prefix') ?? ''), { 'content-type': 'application/xml' })
      if (!kept) return answer(404, '<Error><Code>NoSuchKey</Code></Error>')
      const headers = { 'content-length': String(kept.bytes.length), 'last-modified': kept.at.toUTCString(), etag: '"x"' }
      return answer(200, request.method === 'HEAD' ? '' : kept.bytes, headers)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { objects, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

// Uploads come in signed chunks: length in hexadecimal, bytes, and a trailer.
const plain = (bytes: Buffer, encoding: string | undefined) => {
  if (!encoding?.includes('aws-chunked')) return bytes
  const length = Number.parseInt(bytes.subarray(0, bytes.indexOf('\r\n')).toString(), 16)
  const start = bytes.indexOf('\r\n') + 2
  return bytes.subarray(start, start + length)
}

const listed = (objects: ReadonlyMap<string, { bytes: Buffer; at: Date }>, prefix: string) => {
  const keys = [...objects]
    .filter(([key]) => key.startsWith(prefix))
    .map(
      ([key, { at, bytes }]) =>
        `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`,
    )
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${keys.length}</KeyCount>${keys.join('')}</ListBucketResult>`
}

afterEach(() => openStorage({ folder: '/nonexistent' }))

test('a bucket keeps files as a folder does', { timeout: 60_000 }, async () => {
  const { objects, endpoint } = await bucketServer()
  await openStorage({ bucket: 'yvette', region: 'eu-west-3', endpoint, accessKeyId: 'key', secretAccessKey: 'secret' })
  const app = await startApp({ services: [] })
  const purpose = 'measures.attachment'
  const keep = (text: string) =>
    app.inWorld(world => storeFile(world, { bytes: new TextEncoder().encode(text), name: 'bancs.csv', purpose }))
  const [first, second] = [await keep('lieu;bancs\n'), await keep('autre\n')]
  if (!first.ok || !second.ok) throw new Error('refused')
  expect([...objects.values()].map(one => one.bytes.toString())).toEqual(['lieu;bancs\n', 'autre\n'])
  const given = await app.inWorld(world =>
    fileResponse({ ...world, actor: { ...world.actor, personId: cast.amina.id } }, first.file.id, { purpose }),
  )
  expect(await given?.text()).toBe('lieu;bancs\n')
  expect(await app.inWorld(world => missingFiles(world as never))).toEqual([])

  await app.inWorld(world => forgetFile(world, second.file.id))
  app.clock = new Date(Date.now() + 2 * 86_400_000)
  expect(await app.inWorld(world => sweepFiles(world as never))).toBe(1)
  expect([...objects.values()].map(one => one.bytes.toString())).toEqual(['lieu;bancs\n'])
  objects.clear()
  expect(await app.inWorld(world => missingFiles(world as never))).toEqual(['bancs.csv'])
})
