import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Question } from './messages.ts'

/** The independent program `belenios-tool` 2.0 (Debian package of that name), for tests; null, said loudly, when it is not installed. */
export const beleniosTool = () => {
  try {
    execFileSync('belenios-tool', ['--version'], { stdio: 'ignore' })
    return { verify: verifyWith, election: electionBy }
  } catch {
    process.stderr.write('NOT CHECKED: belenios-tool is not installed (Debian: apt install belenios-tool).\n')
    return null
  }
}

/** What belenios-tool says of an archive: null when every check passes, its words otherwise. */
const verifyWith = (archive: Uint8Array): string | null =>
  inFolder(folder => {
    writeFileSync(join(folder, 'election.bel'), archive)
    return attempt(folder, ['election', 'verify'])
  })

interface ToolPlan {
  readonly questions: readonly Question[]
  /** Each line the choices of one vote, as zeros and ones, by the voter of this number from 0. */
  readonly votes: readonly { readonly voter: number; readonly contents: readonly (readonly number[])[] }[]
  readonly voters: number
  readonly trustees: readonly { readonly size: number; readonly needed: number }[]
}

/** A whole election made by belenios-tool alone: its archive, and the result it found. */
const electionBy = (plan: ToolPlan): { readonly archive: Buffer; readonly result: unknown } =>
  inFolder(folder => {
    const run = (args: readonly string[], input = '') =>
      execFileSync('belenios-tool', args, { cwd: folder, input, stdio: ['pipe', 'pipe', 'pipe'], env }).toString()
    const group = ['--group', 'BELENIOS-2048']
    const file = (name: string, content: string) => writeFileSync(join(folder, name), content)
    const named = (ending: string) =>
      readdirSync(folder)
        .filter(name => name.endsWith(ending))
        .sort()
    const content = (name: string) => readFileSync(join(folder, name), 'utf8')

    const uuid = run(['setup', 'generate-token']).trim()
    run(['setup', 'generate-credentials', '--uuid', uuid, ...group, '--count', String(plan.voters)])
    file('public_creds.json', content(named('.pubcreds')[0]!))
    const credentials = content(named('.privcreds')[0]!)
      .trim()
      .split('\n')
      .map(line => line.split(' ')[1]!)

    const singles = plan.trustees.filter(({ size }) => size === 1)
    const shared = plan.trustees.find(({ size }) => size > 1)
    if (shared) {
      const keygen = (args: readonly string[], input = '') => run(['setup', 'generate-trustee-key-threshold', ...group, ...args], input)
      for (let trustee = 0; trustee < shared.size; trustee++) keygen(['--step', '1'])
      const keys = named('.key')
      file('certs.jsons', named('.cert').map(content).join(''))
      keygen(['--certs', 'certs.jsons', '--step', '2'])
      file(
        'polynomials.jsons',
        keys.map(key => keygen(['--certs', 'certs.jsons', '--key', key, '--step', '3', '--threshold', String(shared.needed)])).join(''),
      )
      keygen(['--certs', 'certs.jsons', '--step', '4', '--polynomials', 'polynomials.jsons'])
      const outputs = keys.map(key =>
        keygen(['--certs', 'certs.jsons', '--key', key, '--step', '5'], content(key.replace(/key$/, 'vinput'))),
      )
      file('threshold.json', keygen(['--certs', 'certs.jsons', '--step', '6', '--polynomials', 'polynomials.jsons'], outputs.join('')))
    }
    for (const _ of singles) run(['setup', 'generate-trustee-key', ...group])
    file('public_keys.jsons', named('.pubkey').map(content).join('')) // asked for even when nobody is alone
    run(['setup', 'make-trustees'])
    file('template.json', JSON.stringify({ description: 'é', name: 'Essai « croisé »', questions: plan.questions }))
    run(['setup', 'make-election', '--uuid', uuid, ...group, '--template', 'template.json'])
    run(['archive', 'init'])
    for (const { voter, contents } of plan.votes) {
      file('credential', credentials[voter]!)
      file('choices', JSON.stringify(contents))
      run(
        ['archive', 'add-event', '--type=Ballot'],
        run(['election', 'generate-ballot', '--privcred', 'credential', '--ballot', 'choices']),
      )
    }
    run(['archive', 'add-event', '--type=EndBallots'])
    run(['archive', 'add-event', '--type=EncryptedTally'], run(['election', 'compute-encrypted-tally']))
    let owner = 1
    for (const key of named('.privkey')) {
      const decryption = run(['election', 'decrypt', '--privkey', key, '--trustee-id', String(owner++)])
      run(['archive', 'add-event', '--type=PartialDecryption'], decryption)
    }
    for (const key of named('.key').slice(0, shared?.needed)) {
      const args = ['--key', key, '--decryption-key', key.replace(/key$/, 'dkey'), '--trustee-id', String(owner++)]
      run(['archive', 'add-event', '--type=PartialDecryption'], run(['election', 'decrypt-threshold', ...args]))
    }
    const result = run(['election', 'compute-result'])
    run(['archive', 'add-event', '--type=Result'], result)
    return { archive: readFileSync(join(folder, `${uuid}.bel`)), result: JSON.parse(result).result }
  })

const env = { ...process.env, BELENIOS_USE_URANDOM: '1' }

const attempt = (folder: string, args: readonly string[]) => {
  try {
    execFileSync('belenios-tool', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const inFolder = <Value>(work: (folder: string) => Value): Value => {
  const folder = mkdtempSync(join(tmpdir(), 'yvette-belenios-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
