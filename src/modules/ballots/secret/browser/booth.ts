import { credentialTyped, makeBallot, openElection, portableBackend, secureRandom, trackingNumber } from '#engines/ballotCryptography'
import { choicesOf, type Planned } from './choices.ts'
import { breathe, one, post, say, show } from './parts.ts'

/** The booth: choosing, reviewing, encrypting, casting. What is chosen is read from the page and goes nowhere else. */
class Booth extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.restore()
    one(this, 'choosing').addEventListener('change', () => this.keep())
    one(this, 'review').addEventListener('click', () => this.review())
    one(this, 'change').addEventListener('click', () => this.turn('choosing'))
    one(this, 'cast').addEventListener('click', () => void this.cast())
  }

  private get plan(): readonly Planned[] {
    return JSON.parse(this.dataset['plan'] ?? '[]')
  }
  private get draft() {
    return `yvette.booth.${this.dataset['election']?.length}.${location.pathname}`
  }
  private inputs = () => [...one(this, 'choosing').querySelectorAll<HTMLInputElement>('input')]
  private ticked = () => {
    const ticked: Record<string, string[]> = {}
    for (const input of this.inputs()) if (input.checked) (ticked[input.name] ??= []).push(input.value)
    return ticked
  }

  private keep() {
    sessionStorage.setItem(this.draft, JSON.stringify(this.ticked()))
  }
  private restore() {
    const kept: Record<string, readonly string[]> = JSON.parse(sessionStorage.getItem(this.draft) ?? '{}')
    for (const input of this.inputs()) input.checked = kept[input.name]?.includes(input.value) ?? false
  }

  private turn(part: 'choosing' | 'reviewing' | 'done') {
    for (const name of ['choosing', 'reviewing', 'done']) show(this, name, name === part)
    show(this, 'draft', part !== 'done')
    say(this, '')
    one(this, part).querySelector<HTMLElement>('h2, legend')?.scrollIntoView({ block: 'start' })
  }

  private review() {
    const ticked = this.ticked()
    const tooMany = this.plan.find(({ field, max, values }) => (ticked[field] ?? []).filter(value => values.includes(value)).length > max)
    if (tooMany) return say(this, (this.dataset['toomany'] ?? '').replace('{n}', String(tooMany.max)))
    const list = one(this, 'summary')
    list.replaceChildren(
      ...this.plan.flatMap(({ field }) => {
        const inputs = this.inputs().filter(input => input.name === field)
        const chosen = inputs.filter(input => input.checked && input.value !== 'blank').map(input => labelOf(input))
        const [term, value] = [document.createElement('dt'), document.createElement('dd')]
        term.textContent = titleOf(inputs[0])
        value.textContent = chosen.join(' ; ') || (this.dataset['blank'] ?? '')
        return [term, value]
      }),
    )
    this.turn('reviewing')
    return undefined
  }

  private async cast() {
    const code = this.querySelector<HTMLInputElement>('input[name="code"]')!
    const credential = credentialTyped(code.value)
    if (!credential) {
      code.setAttribute('aria-invalid', 'true')
      return say(this, this.dataset['codewrong'] ?? '')
    }
    const button = one(this, 'cast') as HTMLButtonElement // drawn as a button by the page
    button.disabled = true
    say(this, this.dataset['working'] ?? '')
    await breathe()
    try {
      const from = performance.now()
      const open = openElection(portableBackend, this.dataset['election'] ?? '')
      const raw = makeBallot(open, secureRandom, { credential, choices: choicesOf(this.plan, this.ticked()) })
      performance.measure('encryption', { start: from, end: performance.now() })
      const { ok, said } = await post(this.dataset['urn'] ?? '', { ballot: raw })
      const tracking = trackingNumber(open, raw)
      if (!ok || said['tracking'] !== tracking)
        return say(this, typeof said['said'] === 'string' ? said['said'] : (this.dataset['failed'] ?? ''))
      sessionStorage.removeItem(this.draft)
      code.value = ''
      one(this, 'tracking').textContent = tracking
      one(this, 'check').setAttribute('href', `${this.dataset['board']}?suivi=${encodeURIComponent(tracking)}`)
      this.turn('done')
    } catch {
      say(this, this.dataset['failed'] ?? '')
    } finally {
      button.disabled = false
    }
    return undefined
  }
}

const labelOf = (input: HTMLInputElement) =>
  (input.labels?.[0]?.querySelector('span') ?? input.labels?.[0])?.textContent?.trim() ?? input.value
const titleOf = (input: HTMLInputElement | undefined) => input?.closest('fieldset')?.querySelector('legend')?.textContent?.trim() ?? ''

customElements.define('secret-booth', Booth)
