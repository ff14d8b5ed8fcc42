import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { main } from '../../compute.ts'

const said = { out: '', err: '' }
vi.spyOn(process.stdout, 'write').mockImplementation(text => ((said.out += String(text)), true))
vi.spyOn(process.stderr, 'write').mockImplementation(text => ((said.err += String(text)), true))
afterEach(() => Object.assign(said, { out: '', err: '' }))

const folder = mkdtempSync(join(tmpdir(), 'yvette-shares-'))
const file = (name: string, lines: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const head = ['META', 'key;value', 'budget;100', 'vote_type;approval', 'PROJECTS', 'project_id;cost']
const projects = ['10;60', '9;30', '2;30', '7;40']
const votes = ['a;10,9', 'b;10', 'c;9,2', 'd;2,7', 'e;']
const path = file('village.pb', [...head, ...projects, 'VOTES', 'voter_id;vote', ...votes])

const result = async (...words: string[]) => {
  said.out = ''
  expect(await main(['compute', 'equal-shares', ...words])).toBe(0)
  return said.out
}

test('one JSON object: winners in order, cost, who pays what, ties, version and digest', async () => {
  const answer = JSON.parse(await result(path, '--comparison', 'none'))
  expect(Object.keys(answer)).toEqual(['selected', 'cost', 'payments', 'ties', 'version', 'inputDigest'])
  expect(answer.selected).toEqual(['2', '9'])
  expect(answer.cost).toBe(60)
  expect(answer.payments['9']).toEqual({ voters: 2, each: 15 })
  expect(answer.ties).toEqual([{ among: ['2', '9'], first: expect.stringMatching(/^[29]$/), settledBy: 'lot', seed: answer.inputDigest }])
  expect(answer.inputDigest).toMatch(/^[0-9a-f]{64}$/)
  expect(said.err).toMatch(/5 /)
})

test('the order of rows changes nothing; the seed drawn in public is published', async () => {
  const turned = file('turned.pb', [...head, ...[...projects].reverse(), 'VOTES', 'voter_id;vote', ...[...votes].reverse()])
  expect(await result(turned)).toBe(await result(path))
  const { ties } = JSON.parse(await result(path, '--comparison', 'none', '--seed', '7 12 23'))
  expect(ties[0].seed).toBe('7 12 23')
})

test('what cannot be read is explained with its line, without a stack; options that do not exist are refused', async () => {
  const bad = file('bad.pb', [...head, ...projects, 'VOTES', 'voter_id;vote', 'a;10,99'])
  expect(await main(['compute', 'equal-shares', bad])).toBe(1)
  expect(said.err).toMatch(/bad\.pb.*13.*99/)
  expect(said.err).not.toContain('    at ')
  expect(await main(['compute', 'equal-shares', join(folder, 'nowhere.pb')])).toBe(1)
  expect(await main(['compute', 'equal-shares', folder])).toBe(1)
  expect(await main(['compute', 'equal-shares', path, '--completion', 'add2'])).toBe(2)
  expect(await main(['compute', 'equal-shares', path, '--greedy-ties', 'age'])).toBe(2)
  expect(await main(['compute', 'equal-shares'])).toBe(2)
  expect(said.out).toBe('')
})
