import { commitmentOf, drawOrder } from '#engines/lot'

/** Draws a lot again in the reader's own browser, from the published list and number, and says whether it is the published result. */
class LotReplay extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.replay())
  }

  private async replay() {
    this.say('busy')
    const answer = await fetch(this.dataset['file'] ?? '').catch(() => null)
    const file: unknown = answer?.ok ? await answer.json().catch(() => null) : null
    if (typeof file !== 'object' || file === null) return this.say('failed')
    const { inputs, seed, order } = Object.fromEntries(Object.entries(file))
    if (!Array.isArray(inputs) || !Array.isArray(order) || typeof seed !== 'string') return this.say('failed')
    const lines = inputs.map(String)
    if (commitmentOf(lines) !== this.dataset['commitment']) return this.say('otherList')
    const again = drawOrder({ inputs: lines, seed })
    this.say(again.length === order.length && again.every((input, at) => input === order[at]) ? 'same' : 'other')
  }

  /** Words come with the page, in its language. */
  private say(what: 'busy' | 'failed' | 'otherList' | 'same' | 'other') {
    const part = this.querySelector<HTMLElement>('[data-part="said"]')
    if (part) part.textContent = this.dataset[what] ?? ''
  }
}

customElements.define('lot-replay', LotReplay)
