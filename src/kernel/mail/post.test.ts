import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type Sealed, smtpPost } from './post.ts'
import { nextAttempt } from './retries.ts'

const letter: Sealed = {
  id: '6d5f0e0e-0000-4000-8000-000000000001',
  from: { name: 'Bures-sur-Yvette', address: 'ne-pas-repondre@ville.example' },
  to: 'amina@exemple.fr',
  subject: 'Votre question a reçu une réponse : « Un marché de nuit ? »',
  text: 'Bonjour,\n\nLa mairie a répondu.',
  html: '<p>La mairie a répondu.</p>',
  locale: 'fr',
  unsubscribe: 'https://ville.example/courriers/arreter/abc',
}

/** A server that speaks SMTP, keeps what it takes, and refuses some recipients as real ones do. */
const mailServer = async () => {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('inconnue') ? 550 : address.startsWith('pleine') ? 452 : null
      done(code === null ? null : Object.assign(new Error('refused'), { responseCode: code }))
    },
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', chunk => (text += String(chunk)))
      stream.on('end', () => (taken.push(text), done()))
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    taken,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise<void>(resolve => server.close(resolve)),
  }
}

describe('the post', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  const open = async () => {
    const server = await mailServer()
    const post = smtpPost(server.url, 'ne-pas-repondre@ville.example')
    closing.push(post.close, server.close)
    return { server, post }
  }

  test('delivers a letter that mail readers can leave with one click', async () => {
    const { server, post } = await open()
    expect(await post.send(letter)).toEqual({ sent: true })
    const [raw = ''] = server.taken
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
    expect(headers).toContain('List-Unsubscribe: <https://ville.example/courriers/arreter/abc>')
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(headers).toContain(`Message-ID: <${letter.id}@ville.example>`)
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(headers).toContain('Content-Language: fr')
    expect(raw.indexOf('text/plain')).toBeGreaterThan(0)
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'))
    expect(raw).not.toMatch(/<img|https?:\/\/(?!ville\.example)/)
  })

  test('has no list headers when there is no list to leave, and no HTML part when there is none', async () => {
    const { server, post } = await open()
    await post.send({ ...letter, unsubscribe: null, html: null })
    expect(server.taken[0]).not.toMatch(/List-Unsubscribe|text\/html/)
  })

  test('does not let a subject or an address add a header', async () => {
    const { server, post } = await open()
    await post.send({ ...letter, subject: 'Bonjour\r\nBcc: autre@exemple.fr' })
    expect(server.taken[0]!.split('\r\n').filter(line => /^bcc:/i.test(line))).toEqual([])
  })

  test.each([
    ['inconnue@exemple.fr', true],
    ['pleine@exemple.fr', false],
  ])('tells a refusal for good from one to try again (%s)', async (to, forGood) => {
    const { post } = await open()
    expect(await post.send({ ...letter, to })).toMatchObject({ sent: false, forGood })
  })

  test('tries again later when no server answers', async () => {
    const { server, post } = await open()
    await server.close()
    closing.pop()
    expect(await post.send(letter)).toMatchObject({ sent: false, forGood: false })
  })
})

test('waits longer after each failure, then gives up', () => {
  const now = '2026-11-23T10:00:00.000Z'
  const waits = [1, 2, 3, 4, 5, 6].map(n => Date.parse(nextAttempt(n, now)!) - Date.parse(now))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(new Set(waits).size).toBe(6)
  expect(nextAttempt(7, now)).toBeNull()
})
