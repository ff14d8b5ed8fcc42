/** One published rule. Decisions name it by version and number. */
export interface Rule {
  readonly number: number
  readonly title: string
  readonly detail: string
}
export interface Rulebook {
  readonly version: number
  readonly introduction: string
  /** Instant of publication; null while a commune still uses the text it found here. */
  readonly publishedAt: string | null
  readonly rules: readonly Rule[]
}

export type ReadRules =
  | { readonly ok: true; readonly introduction: string; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly because: 'no-rule' | 'too-many' | 'no-title' }

const most = 30

/**
 * Reads the rules as an agent types them: an introduction, then one rule per paragraph that starts with its number,
 * `1. Title`, its explanation on the following lines. They are renumbered in their order.
 */
export const readRules = (text: string): ReadRules => {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n+(?=[ \t]*\d{1,2}[.)]\s)/)
  const [first = '', ...rest] = /^\s*\d{1,2}[.)]\s/.test(text) ? ['', ...blocks] : blocks
  const rules = rest.map((block, index) => {
    const [title = '', ...detail] = block.replace(/^\s*\d{1,2}[.)]\s+/, '').split('\n')
    return { number: index + 1, title: title.trim(), detail: detail.join('\n').trim() }
  })
  if (rules.length === 0) return { ok: false, because: 'no-rule' }
  if (rules.length > most) return { ok: false, because: 'too-many' }
  if (rules.some(rule => rule.title === '')) return { ok: false, because: 'no-title' }
  return { ok: true, introduction: first.trim(), rules }
}

/** The same rules as text, ready to be edited. */
export const writeRules = ({ introduction, rules }: Pick<Rulebook, 'introduction' | 'rules'>): string =>
  [introduction, ...rules.map(rule => `${rule.number}. ${rule.title}\n${rule.detail}`.trim())].filter(block => block !== '').join('\n\n')
