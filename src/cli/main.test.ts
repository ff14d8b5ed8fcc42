import { afterEach, expect, test, vi } from 'vitest'
import { commands } from './commands/index.ts'
import { commandHelp } from './help.ts'
import { main } from './main.ts'

const said = { out: '', err: '' }
vi.spyOn(process.stdout, 'write').mockImplementation(text => ((said.out += String(text)), true))
vi.spyOn(process.stderr, 'write').mockImplementation(text => ((said.err += String(text)), true))
afterEach(() => Object.assign(said, { out: '', err: '' }))

test('without a word, or asked for help, it lists every command and ends well', async () => {
  expect(await main([])).toBe(0)
  for (const { name, hidden } of commands) expect(said.out.includes(`  ${name}`)).toBe(!hidden)
  expect(said.err).toBe('')
})

test.each(commands.map(command => [command.name, command] as const))(
  '%s explains itself in French and in English',
  async (name, command) => {
    expect(await main([...name.split(' '), '--help'])).toBe(0)
    expect(said.out).toContain(`bin/yvette ${name}`)
    expect(commandHelp(command, 'fr')).not.toBe(commandHelp(command, 'en'))
    for (const option of Object.keys(command.options ?? {})) expect(said.out).toContain(`--${option}`)
  },
)

test('what is not understood ends with 2, and touches nothing', async () => {
  expect(await main(['zork'])).toBe(2)
  expect(said.err).toContain('zork')
  expect(await main(['backup'])).toBe(2)
  expect(said.err).toContain('FILE')
  expect(await main(['backup', 'a', 'b'])).toBe(2)
  expect(await main(['check', '--zork'])).toBe(2)
  expect(said.out).toBe('')
})
