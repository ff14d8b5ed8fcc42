import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSecrets } from './secrets.ts'

test('a secret is made once, kept, and readable by its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = openSecrets(folder)
  const journal = first.bytes('journal')
  expect(journal).toHaveLength(32)
  expect(first.text('session')).not.toBe(journal.toString('base64url'))
  expect(openSecrets(folder).bytes('journal')).toEqual(journal)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})
