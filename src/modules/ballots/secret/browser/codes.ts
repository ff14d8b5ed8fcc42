import { belenios2048, newCredential, portableBackend, publicCredential, secureRandom } from '#engines/ballotCryptography'
import { breathe, give, one, post, say, show } from './parts.ts'

interface Code {
  readonly number: number
  readonly credential: string
  readonly publicHalf: string
}

/** Makes the codes in the browser of whoever hands them out; only the public halves leave, sorted, so that their order says nothing. */
class CodeMaker extends HTMLElement {
  private codes: readonly Code[] = []

  connectedCallback() {
    this.hidden = false
    one(this, 'make').addEventListener('click', () => void this.make())
    one(this, 'csv').addEventListener('click', () => give(`${this.dataset['name']}-codes.csv`, 'text/csv;charset=utf-8', this.csv()))
    one(this, 'sheets').addEventListener('click', () => give(`${this.dataset['name']}-feuilles.html`, 'text/html', this.sheets()))
    one(this, 'send').addEventListener('click', () => void this.send())
  }

  private async make() {
    show(this, 'make', false)
    const group = belenios2048(portableBackend)
    const wanted = Number(this.dataset['codes'])
    const uuid = this.dataset['uuid'] ?? ''
    const codes: Code[] = []
    for (let number = 1; number <= wanted; number++) {
      const credential = newCredential(secureRandom)
      codes.push({ number, credential, publicHalf: publicCredential(group, credential, uuid) })
      if (number % 20 === 0 || number === wanted) {
        one(this, 'progress').textContent = `${number} / ${wanted}`
        await breathe()
      }
    }
    this.codes = codes
    show(this, 'made')
  }

  private csv() {
    return `\ufeffnumero,code,code_public,remis_a\n${this.codes.map(({ number, credential, publicHalf }) => `${number},${credential},${publicHalf},`).join('\n')}\n`
  }

  private sheets() {
    const { title = '', text = '', number: word = '', booth = '', vote = '' } = this.dataset
    const sheet = ({ number, credential }: Code) =>
      `<section><h1>${escaped(vote)}</h1><h2>${escaped(title)}</h2><p class="code">${credential}</p><p>${escaped(text)}</p><p>${escaped(booth)}</p><p>${escaped(word)} ${number}</p></section>`
    return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>section{break-after:page;font:14pt sans-serif;padding:2cm}.code{font:bold 28pt monospace}</style>${this.codes.map(sheet).join('')}`
  }

  private async send() {
    const { ok } = await post(this.dataset['to'] ?? '', {
      cle: this.dataset['key'] ?? '',
      content: JSON.stringify(this.codes.map(({ publicHalf }) => publicHalf).sort()),
    }).catch(() => ({ ok: false }))
    if (ok) location.reload()
    else say(this, this.dataset['failed'] ?? '')
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.codePointAt(0)};`)

customElements.define('code-maker', CodeMaker)
