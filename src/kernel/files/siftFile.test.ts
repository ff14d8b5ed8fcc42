import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fileHeaders } from './fileResponse.ts'
import { fileName, largestFile, siftFile } from './siftFile.ts'

const text = (content: string) => new TextEncoder().encode(content)
const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#2a6f6b' } })
    .withExif({ IFD0: { Artist: 'Amina' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 41/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

describe('an image', () => {
  test('loses its metadata and is turned upright', async () => {
    const bytes = await photo()
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Amina')
    const sifted = await siftFile({ bytes, name: 'IMG_0001.JPG' })
    if (!sifted.ok) throw new Error(sifted.because)
    const { exif, width, height, orientation } = await sharp(sifted.bytes).metadata()
    expect({ exif, width, height, orientation }).toEqual({ exif: undefined, width: 20, height: 40, orientation: undefined })
    expect(Buffer.from(sifted.bytes).toString('latin1')).not.toContain('Amina')
    expect(sifted).toMatchObject({ mediaType: 'image/jpeg', name: 'IMG_0001.jpg' })
  })

  test('is kept to a size that a telephone can open', async () => {
    const bytes = await sharp({ create: { width: 4000, height: 100, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const sifted = await siftFile({ bytes, name: 'plan.png' })
    expect(sifted.ok && (await sharp(sifted.bytes).metadata()).width).toBe(2560)
  })

  test('cut short is refused', async () => {
    const bytes = await sharp({ create: { width: 400, height: 400, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    expect(await siftFile({ bytes: bytes.subarray(0, 60), name: 'plan.png' })).toEqual({ ok: false, because: 'unreadable' })
  })
})

test.each([
  ['nothing', new Uint8Array(), 'a.txt', 'empty'],
  ['too much', new Uint8Array(largestFile + 1), 'a.txt', 'too-large'],
  ['a page', text('<!doctype html><script>alert(1)</script>'), 'page.html', 'type-not-allowed'],
  ['a drawing that can run', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'dessin.svg', 'type-not-allowed'],
  ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'photo.txt', 'type-not-allowed'],
  ['an archive', new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array(18).fill(0)]), 'tout.csv', 'type-not-allowed'],
  ['bytes called a text', new Uint8Array([1, 2, 0, 4]), 'notes.txt', 'unreadable'],
])('refuses %s', async (_what, bytes, name, because) => {
  expect(await siftFile({ bytes, name })).toEqual({ ok: false, because })
})

test('takes a PDF for what it is, whatever it is called', async () => {
  expect(await siftFile({ bytes: text('%PDF-1.7\n%âãÏÓ\n'), name: 'facture.exe' })).toMatchObject({
    ok: true,
    mediaType: 'application/pdf',
    name: 'facture.pdf',
  })
})

test('reads the tables that older spreadsheets write', async () => {
  const sifted = await siftFile({
    bytes: new Uint8Array([0x4d, 0x61, 0x69, 0x72, 0x69, 0x65, 0x20, 0xe9, 0x6c, 0x75, 0x65]),
    name: 'liste.csv',
  })
  expect(sifted.ok && new TextDecoder().decode(sifted.bytes)).toBe('Mairie élue')
})

test('gives names that no system takes for a path or a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), claimed => {
      const name = fileName(claimed, 'pdf')
      expect(name).toMatch(/^[^./\\\s-][^/\\"\r\n\0]*\.pdf$|^fichier\.pdf$/)
      expect(() => new Headers(fileHeaders({ name, mediaType: 'application/pdf', sha256: 'x', open: false }))).not.toThrow()
    }),
  )
  expect(fileName('../../étude de marché.tar.gz', 'pdf')).toBe('étude de marché.tar.pdf')
})

test('shows images in place and hands over everything else', () => {
  expect(fileHeaders({ name: 'é.png', mediaType: 'image/png', sha256: 'x', open: true })['Content-Disposition']).toBe(
    `inline; filename="e.png"; filename*=UTF-8''%C3%A9.png`,
  )
  const pdf = fileHeaders({ name: 'a.pdf', mediaType: 'application/pdf', sha256: 'x', open: false })
  expect(pdf['Content-Disposition']).toMatch(/^attachment/)
  expect(pdf['Content-Security-Policy']).toContain('sandbox')
  expect(pdf['X-Content-Type-Options']).toBe('nosniff')
})
