import { render } from 'preact'
import { Board } from '../board/Board.tsx'
import { type Say, sayer } from '../board/say.ts'
import { type Asked, deedsFrom } from '../rules/deeds.ts'
import { seenFrom } from '../rules/sync.ts'
import type { Act } from '../rules/square.ts'
import { keepPage } from './keepPage.ts'
import { send } from './send.ts'
import { type Known, openStore, type Store } from './store.ts'
import { Status, type State } from './Status.tsx'

/** The morning in the square: what is done is kept here first, then sent when there is a network. */
class MarketSquare extends HTMLElement {
  private store: Store | null = null
  private known: Known | undefined
  private outbox: readonly Act[] = []
  private state: State = { kind: 'sending' }
  private refused: { text: string; kind: string; trader: string } | null = null
  private isSending = false
  private root = document.createElement('div')
  private say: Say = key => key

  connectedCallback() {
    this.say = sayer(JSON.parse(this.dataset['words'] ?? '{}'))
    this.addEventListener('submit', event => this.submitted(event))
    addEventListener('online', () => void this.sync())
    addEventListener('visibilitychange', () => void (document.hidden || this.sync()))
    setInterval(() => void this.sync(), 15_000)
    void this.start()
  }
  private get day() {
    return this.dataset['day'] ?? ''
  }

  private async start() {
    this.store = await openStore()
    await this.read()
    if (this.known) this.draw()
    await this.sync()
    await keepPage()
    await this.store.forgetBefore(this.dataset['before'] ?? '')
  }
  private async read() {
    if (!this.store) return
    this.known = await this.store.known(this.day)
    this.outbox = await this.store.outbox(this.day)
  }

  /** Before the first answer of the town hall there is no receipt book here: forms are then sent as without script. */
  private submitted(event: SubmitEvent) {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !this.known || !this.store) return
    event.preventDefault()
    const fields = new FormData(form)
    const pressed = event.submitter
    if (pressed instanceof HTMLButtonElement && pressed.name) fields.set(pressed.name, pressed.value)
    void this.keep(fields, form)
  }
  private async keep(fields: FormData, form: HTMLFormElement) {
    if (!this.known || !this.store) return
    const text = (name: string) => String(fields.get(name) ?? '')
    const asked: Asked = {
      kind: text('kind'),
      trader: text('trader'),
      state: text('state'),
      spot: text('spot'),
      hasPower: fields.has('hasPower'),
      reason: text('reason'),
      placing: text('placing'),
      name: text('name'),
      family: text('family'),
      metres: text('metres'),
      seed: text('seed'),
      witnesses: text('witnesses'),
      means: text('means'),
      receipt: text('receipt'),
      clash: text('clash'),
      keep: text('keep'),
    }
    const found = deedsFrom(seenFrom(this.known.square, this.outbox), asked, this.known.book, () => crypto.randomUUID())
    this.refused = found.ok ? null : { text: this.say(`sq.no.${found.because}`), kind: asked.kind, trader: asked.trader }
    if (found.ok) {
      await this.store.add(this.day, found.deeds, new Date().toISOString())
      await this.read()
      form.reset()
    }
    const part = form.closest('section')?.id
    this.draw()
    this.findAgain(part)
    if (found.ok) void this.sync()
  }
  /** A button that is gone must not lose whoever uses the keyboard. */
  private findAgain(part: string | undefined) {
    const title = this.refused ? this.querySelector<HTMLElement>('#refus') : part ? this.querySelector<HTMLElement>(`#${part} h2`) : null
    if (!title || (document.activeElement !== document.body && !this.refused)) return
    title.tabIndex = -1
    title.focus()
  }

  private async sync() {
    if (this.isSending || !this.store) return
    this.isSending = true
    try {
      const waiting = this.outbox
      const sent = await send(this.dataset['send'] ?? '', await this.store.device(), waiting.slice(0, 200))
      if (sent.ok) await this.store.received(this.day, sent.answer)
      await this.read()
      const isStuck = sent.ok && waiting.length > 0 && this.outbox[0]?.uid === waiting[0]?.uid
      this.state = sent.ok ? { kind: isStuck ? 'stuck' : 'ready' } : { kind: sent.because }
    } finally {
      this.isSending = false
    }
    this.draw()
    if (this.state.kind === 'ready' && this.outbox.length > 0) void this.sync()
  }

  private draw() {
    if (!this.known) return
    if (!this.root.isConnected) this.replaceChildren(this.root)
    const square = seenFrom(this.known.square, this.outbox)
    const locale = document.documentElement.lang === 'en' ? 'en' : 'fr'
    render(
      <>
        <Status say={this.say} state={this.state} waiting={this.outbox.length} send={() => void this.sync()} />
        <Board
          say={this.say}
          locale={locale}
          town={this.dataset['town'] ?? ''}
          square={square}
          book={this.known.book}
          fresh={() => ''}
          refused={this.refused}
          action={this.dataset['action'] ?? ''}
        />
      </>,
      this.root,
    )
  }
}
customElements.define('market-square', MarketSquare)
