import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './readConfig.ts'

test('an empty environment is enough', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 3000,
    hostname: '127.0.0.1',
    databaseUrl: null,
    url: null,
    trustProxy: false,
    oidc: [],
    mail: null,
    locale: 'fr',
  })
  expect(config.dataFolder).toBe(`${process.cwd()}/data`)
})

test('a value that cannot be used is named with what is expected, without repeating it', () => {
  const attempt = () => readConfig({ PORT: 'motdepasse', DATABASE_URL: 'mysql://secret@ailleurs/base', LANG: 'en_GB.UTF-8' })
  expect(attempt).toThrow(ConfigError)
  expect(attempt).toThrow(/PORT: a port number[^]*DATABASE_URL: an address like postgresql/)
  expect(attempt).not.toThrow(/motdepasse|secret/)
})

test('settings that go together come together', () => {
  expect(() => readConfig({ YVETTE_SMTP_URL: 'smtp://localhost' })).toThrow(/YVETTE_MAIL_FROM : manque/)
  expect(readConfig({ YVETTE_SMTP_URL: 'smtp://localhost', YVETTE_MAIL_FROM: 'a@b.fr' }).mail).toEqual({
    smtpUrl: 'smtp://localhost',
    address: 'a@b.fr',
  })
})

test('the public address is an origin', () => {
  expect(readConfig({ YVETTE_URL: 'https://participer.ville.fr/' }).url).toBe('https://participer.ville.fr')
  expect(() => readConfig({ YVETTE_URL: 'https://ville.fr/participer' })).toThrow(/YVETTE_URL/)
})
