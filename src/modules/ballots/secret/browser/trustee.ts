import {
  belenios2048,
  certificate,
  newSeed,
  newTrusteeKey,
  openElection,
  partialDecryption,
  portableBackend,
  read,
  readers,
  secureRandom,
  shareOf,
  shareSecrets,
  takeShares,
  write,
} from '#engines/ballotCryptography'
import { breathe, give, one, post, say, show } from './parts.ts'

/** What the site says a trustee has to do now, with what it takes to do it. */
interface State {
  readonly due: 'key' | 'certificate' | 'polynomial' | 'output' | 'wait' | 'done' | 'later' | 'early' | 'decrypt' | 'decrypted'
  readonly needed: number
  readonly certificates: string | null
  readonly input: string | null
  readonly sealed: string | null
  readonly election: string | null
  readonly tally: string | null
  readonly fingerprint: string | null
}
interface KeyFile {
  readonly format: 'yvette-trustee-key/1'
  readonly election: string
  readonly kind: 'single' | 'shared'
  readonly secret: string
}

const group = belenios2048(portableBackend)

/** A trustee's key, made and used in the trustee's own browser. In a tab left open, each turn is taken as soon as it comes. */
class TrusteeDesk extends HTMLElement {
  private key: KeyFile | null = null
  private turn: Promise<void> = Promise.resolve()
  private waiting = 0

  connectedCallback() {
    this.hidden = false
    one(this, 'make').addEventListener('click', () => void this.guarded(() => this.make()))
    one(this, 'use').addEventListener('click', () => void this.guarded(() => this.use()))
    void this.guarded(() => this.look())
    setInterval(() => void (this.key && this.waiting === 0 && this.guarded(() => this.look())), 2_000)
  }

  /** One thing after another: what is asked while something is under way comes next, and is not lost. */
  private guarded(work: () => Promise<void>): Promise<void> {
    this.waiting += 1
    this.turn = this.turn.then(work).then(
      () => void (this.waiting -= 1),
      error => {
        this.waiting -= 1
        say(this, (error instanceof Error && error.message === 'file' ? this.dataset['wrongfile'] : this.dataset['failed']) ?? '')
      },
    )
    return this.turn
  }

  private async look(): Promise<void> {
    const answer = await fetch(this.dataset['state'] ?? '', { credentials: 'omit' })
    const state: State = await answer.json()
    const { due } = state
    if (this.key && ['polynomial', 'output', 'decrypt'].includes(due)) return this.take(state, this.key)
    const isFirst = due === 'key' || due === 'certificate'
    show(this, 'make', isFirst)
    show(this, 'file', !this.key && ['polynomial', 'output', 'decrypt'].includes(due))
    for (const name of ['wait', 'done', 'later', 'early', 'decrypt', 'decrypted'])
      show(this, name, name === due || (name === 'done' && due === 'later'))
    if (state.fingerprint) one(this, 'fingerprint').textContent = state.fingerprint
  }

  private async make() {
    const isShared = this.dataset['kind'] === 'shared'
    const made = isShared ? null : newTrusteeKey(group, secureRandom)
    const secret = made ? made.privateKey.toString() : newSeed(secureRandom)
    const key: KeyFile = {
      format: 'yvette-trustee-key/1',
      election: this.dataset['uuid'] ?? '',
      kind: isShared ? 'shared' : 'single',
      secret,
    }
    give(`${this.dataset['name']}-cle-gardien.json`, 'application/json', JSON.stringify(key))
    show(this, 'kept')
    show(this, 'make', false)
    await breathe()
    await this.send(made ? 'key' : 'certificate', write(made ? made.publicKey : certificate(group, secureRandom, secret)))
    this.key = key
    await this.look()
  }

  private async use() {
    const file = this.querySelector<HTMLInputElement>('input[type="file"]')?.files?.[0]
    const key: Partial<KeyFile> = JSON.parse((await file?.text().catch(() => '{}')) || '{}')
    if (key.format !== 'yvette-trustee-key/1' || key.election !== this.dataset['uuid'] || !key.secret) throw new Error('file')
    this.key = { format: key.format, election: key.election ?? '', kind: key.kind ?? 'single', secret: key.secret }
    await this.look()
  }

  private async take(state: State, { kind, secret }: KeyFile): Promise<void> {
    await breathe()
    const certificates = (JSON.parse(state.certificates ?? '[]') as readonly unknown[]).map(one =>
      read(readers.signedMessage, JSON.stringify(one)),
    )
    if (state.due === 'polynomial') {
      await this.send('polynomial', write(shareSecrets(group, secureRandom, { certificates, seed: secret, threshold: state.needed })))
    } else if (state.due === 'output') {
      const input = read(readers.input, state.input ?? '')
      await this.send('output', write(takeShares(group, secureRandom, { certificates, seed: secret, input })))
    } else {
      const share = kind === 'single' ? BigInt(secret) : shareOf(group, secret, state.sealed ?? '')
      const open = openElection(portableBackend, state.election ?? '')
      const content = write(partialDecryption(open, secureRandom, read(readers.encryptedTally, state.tally ?? ''), share))
      const { ok, said } = await post(this.dataset['decrypt'] ?? '', { cle: this.dataset['key'] ?? '', content })
      if (!ok) {
        this.key = null
        return say(this, typeof said['said'] === 'string' ? said['said'] : (this.dataset['failed'] ?? ''))
      }
    }
    return this.look()
  }

  private async send(step: string, content: string) {
    const { ok } = await post(this.dataset['to'] ?? '', { cle: this.dataset['key'] ?? '', step, content })
    if (!ok) throw new Error('refused')
  }
}

customElements.define('trustee-desk', TrusteeDesk)
