import { credentialTyped, makeRevocation, openElection, portableBackend, secureRandom, write } from '#engines/ballotCryptography'
import { breathe, one, post, say } from './parts.ts'

/** Takes a ballot back in the browser of whoever made the codes: the private code is read here and goes nowhere. */
class BallotRevoker extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    one(this, 'revoke').addEventListener('click', () => void this.revoke())
  }

  private async revoke() {
    const [code, reason] = [this.input('code'), this.input('why')]
    const credential = credentialTyped(code.value)
    code.toggleAttribute('aria-invalid', !credential)
    reason.toggleAttribute('aria-invalid', reason.value.trim().length < 3)
    if (!credential) return say(this, this.dataset['codewrong'] ?? '')
    if (reason.value.trim().length < 3) return say(this, this.dataset['reasonwrong'] ?? '')
    const button = one(this, 'revoke') as HTMLButtonElement // drawn as a button by the page
    button.disabled = true
    say(this, this.dataset['working'] ?? '')
    await breathe()
    try {
      const open = openElection(portableBackend, this.dataset['election'] ?? '')
      const { raw, openings } = makeRevocation(open, secureRandom, credential)
      const fields = { cle: this.dataset['key'] ?? '', ballot: raw, openings: write(openings), reason: reason.value.trim() }
      const { ok, said } = await post(this.dataset['to'] ?? '', fields)
      if (ok) location.assign(this.dataset['done'] ?? '')
      else say(this, typeof said['said'] === 'string' ? said['said'] : (this.dataset['failed'] ?? ''))
    } catch {
      say(this, this.dataset['failed'] ?? '')
    } finally {
      button.disabled = false
    }
    return undefined
  }

  private input(name: string) {
    return this.querySelector<HTMLInputElement>(`input[name="${name}"]`)!
  }
}

customElements.define('ballot-revoker', BallotRevoker)
