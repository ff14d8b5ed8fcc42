import type { Kind } from './outline.ts'

/** What stands before the title of a point: a heading sign, a number, a letter, a bullet. */
export interface Marker {
  /** Points of the same style under the same parent are siblings. */
  readonly style: string
  readonly family: 'heading' | 'word' | 'number' | 'bullet'
  readonly number: string
  /** 1 for `#` or `1.`, 2 for `##` or `1.1`… */
  readonly level: number
  readonly rest: string
  readonly kind?: Kind
}

const named: readonly [RegExp, Kind][] = [
  [/^(?:sous[- ]mesure|sous[- ]action|sub-?measure)/iu, 'sub-measure'],
  [/^(?:axe|objectif|objective|priorité|chapitre|chapter|partie|part|orientation|défi|ambition)/iu, 'objective'],
  [/^(?:thème|theme|volet|domaine)/iu, 'theme'],
  [/^(?:mesure|measure|action|proposition|proposal|engagement|article)/iu, 'measure'],
]
const SEPARATOR = String.raw`(?:\s*[.):°–—-]+(?=\s|$)|(?=\s*$))`
const NAMED = new RegExp(
  String.raw`^(\p{L}+(?:[- ]mesure|[- ]action)?\s+(?:n[°o]\s?)?(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Z])${SEPARATOR})\s*(.*)$`,
  'u',
)
const DECIMAL = /^(\d{1,3}(?:\.\d{1,3}){1,5}\s*[.):–—-]?)(?:\s+(?=["«“(\p{Lu}\d*_])|\s*$)(.*)$/u
const SINGLE =
  /^(\(?\d{1,3}\s?(?:[.)°]\)?(?:\s?[-–—](?=\s))?|\s[-–—:](?=\s))|n°\s?\d{1,3}\s?[:.)-]?)(?:\s+|(?<=[.)°])(?=["«“\p{Lu}])|$)(.*)$/u
const ROMAN = /^(\(?(?:[IVXLC]{1,7}|[ivx]{1,5})\s?(?:[.)°]|\s[-–—:](?=\s)))(?:\s+|$)(.*)$/u
const LETTER = /^(\(?[A-Za-z](?:[.)]|\s[-–—](?=\s)))(?:\s+|$)(.*)$/u
const BULLET = /^([-*+•‣◦●○■□▪▫–—·→➢➤✓✔❖§\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\s+["«“\p{Lu}]))(?:\s+|(?<=[•●■▪\uf0b7])|$)(.*)$/u
const HEADING = /^(#{1,6})(?:\s+(.*?))?\s*#*$/u

/** Reads what a line begins with. `lastLetters` tells the last letter of the lists under way, to tell C. after B. from Roman C. */
export const readMarker = (text: string, lastLetters: ReadonlySet<string> = new Set()): Marker | null => {
  const heading = HEADING.exec(text)
  if (heading) {
    const level = heading[1]!.length
    const inner = readMarker(heading[2] ?? '', lastLetters)
    const numbered = inner && inner.family !== 'bullet' && inner.family !== 'heading' ? inner : null
    return {
      style: `h${level}`,
      family: 'heading',
      level,
      number: numbered?.number ?? '',
      rest: numbered?.rest ?? heading[2] ?? '',
      ...(numbered?.kind && { kind: numbered.kind }),
    }
  }
  const plain = text.replace(/^(?:\*\*|__)(?=\S)/u, '')
  return readNamed(plain) ?? readNumber(plain, text, lastLetters) ?? readBullet(text)
}

const readNamed = (text: string): Marker | null => {
  const kind = named.find(([word]) => word.test(text))?.[1]
  const found = kind && NAMED.exec(text)
  if (!found) return null
  const word = /^\p{L}+(?:[- ]mesure|[- ]action)?/u.exec(text)![0].toLowerCase()
  return { style: `word:${word}`, family: 'word', level: 1, number: found[1]!.trim(), rest: found[3]!, kind }
}

const readNumber = (text: string, whole: string, lastLetters: ReadonlySet<string>): Marker | null => {
  const decimal = DECIMAL.exec(text)
  if (decimal) {
    const level = decimal[1]!.split('.').filter(part => /\d/.test(part)).length
    return { style: `decimal${level}`, family: 'number', level, number: decimal[1]!.trim(), rest: decimal[2]! }
  }
  const single = SINGLE.exec(text)
  if (single) return { style: 'decimal1', family: 'number', level: 1, number: single[1]!.trim(), rest: single[2]! }
  const letter = LETTER.exec(text)
  if (letter && follows(letter[1]!, lastLetters)) return lettered(letter)
  const roman = ROMAN.exec(text)
  if (roman && isRoman(roman[1]!))
    return { style: /[IVXLC]/.test(roman[1]!) ? 'ROMAN' : 'roman', family: 'number', level: 1, number: roman[1]!.trim(), rest: roman[2]! }
  return letter && whole !== '' ? lettered(letter) : null
}

const lettered = (found: RegExpExecArray): Marker => {
  const letter = found[1]!.replace(/[^A-Za-z]/g, '')
  return {
    style: letter === letter.toUpperCase() ? 'LETTER' : 'letter',
    family: 'number',
    level: 1,
    number: found[1]!.trim(),
    rest: found[2]!,
  }
}
const follows = (number: string, lastLetters: ReadonlySet<string>) =>
  lastLetters.has(String.fromCharCode(number.replace(/[^A-Za-z]/g, '').charCodeAt(0) - 1))
const isRoman = (number: string) => /^(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/i.test(number.replace(/[^A-Za-z]/g, ''))

const readBullet = (text: string): Marker | null => {
  const bullet = BULLET.exec(text)
  return bullet && { style: `bullet${bullet[1]!}`, family: 'bullet', level: 1, number: '', rest: bullet[2]! }
}
