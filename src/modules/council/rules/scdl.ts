/**
 * The SCDL table schema « deliberations » 2.1.5 (OpenDataFrance, 28 August 2023), as its published text says it: fields in order, their
 * constraints, and the custom checks of Validata. https://schema.data.gouv.fr/scdl/deliberations/2.1.5/
 */

interface ScdlField {
  readonly name: string
  readonly type: 'string' | 'date' | 'integer' | 'uri'
  readonly required?: true
  readonly pattern?: RegExp
}
export const scdlFields: readonly ScdlField[] = [
  { name: 'COLL_NOM', type: 'string', required: true },
  { name: 'COLL_SIRET', type: 'string', required: true, pattern: /^\d{14}$/ },
  { name: 'DELIB_ID', type: 'string', required: true },
  { name: 'DELIB_DATE', type: 'date', required: true },
  { name: 'DELIB_MATIERE_CODE', type: 'string', required: true, pattern: /^\d\.\d{1,2}$/ },
  { name: 'DELIB_MATIERE_NOM', type: 'string', required: true },
  { name: 'DELIB_OBJET', type: 'string', required: true },
  { name: 'BUDGET_ANNEE', type: 'string', pattern: /^[0-9]{4}(\/[0-9]{4})?$/ },
  { name: 'BUDGET_NOM', type: 'string' },
  { name: 'PREF_ID', type: 'string' },
  { name: 'PREF_DATE', type: 'date' },
  { name: 'VOTE_EFFECTIF', type: 'integer' },
  { name: 'VOTE_REEL', type: 'integer' },
  { name: 'VOTE_POUR', type: 'integer' },
  { name: 'VOTE_CONTRE', type: 'integer' },
  { name: 'VOTE_ABSTENTION', type: 'integer' },
  { name: 'DELIB_URL', type: 'uri' },
]
const families = [
  'commande publique',
  'urbanisme',
  'domaine et patrimoine',
  'fonction publique',
  'institutions et vie politique',
  'libertés publiques et pouvoirs de police',
  'finances locales',
  'domaines de compétences par thèmes',
  'autres domaines de compétences',
]

/** A record as a CSV reader gives it: every value a text, empty when there is none. */
export type ScdlRecord = Readonly<Record<string, string>>

/** What the schema refuses in a file: one sentence each, with its line (the first after the header is 2). Empty: the file is valid. */
export const scdlFaults = (header: readonly string[], records: readonly ScdlRecord[]): readonly string[] => {
  const expected = scdlFields.map(field => field.name)
  if (header.join() !== expected.join()) return [`header: ${header.join()} instead of ${expected.join()}`]
  return records.flatMap((record, at) => faultsOf(record).map(fault => `line ${at + 2}: ${fault}`))
}

const faultsOf = (record: ScdlRecord): readonly string[] => {
  const value = (name: string) => record[name] ?? ''
  const faults: string[] = []
  const refuse = (when: boolean, fault: string) => when && faults.push(fault)
  for (const field of scdlFields) {
    const text = value(field.name)
    if (text === '') refuse(field.required === true, `${field.name} is missing`)
    else refuse(!isOfType(text, field), `${field.name}: ${text}`)
  }
  refuse(value('COLL_SIRET') !== '' && !isSiret(value('COLL_SIRET')), 'COLL_SIRET has a wrong key')
  refuse(!inOrder(value('BUDGET_ANNEE')), 'BUDGET_ANNEE ends before it begins')
  refuse((value('BUDGET_ANNEE') === '') !== (value('BUDGET_NOM') === ''), 'BUDGET_ANNEE and BUDGET_NOM go together')
  const votes = ['VOTE_EFFECTIF', 'VOTE_REEL', 'VOTE_POUR', 'VOTE_CONTRE', 'VOTE_ABSTENTION'].map(value)
  const filled = votes.filter(text => text !== '').length
  refuse(filled !== 0 && filled !== votes.length, 'the five counts go together')
  if (filled === votes.length) {
    const [sitting = 0, voters = 0, ...parts] = votes.map(Number)
    refuse(voters > sitting, 'VOTE_REEL is more than VOTE_EFFECTIF')
    refuse(
      parts.some(part => part > voters),
      'a count is more than VOTE_REEL',
    )
    refuse(parts.reduce((sum, part) => sum + part, 0) !== voters, 'VOTE_REEL is not the sum of the voices')
  }
  refuse(value('PREF_DATE') !== '' && value('PREF_DATE') < value('DELIB_DATE'), 'PREF_DATE comes before DELIB_DATE')
  const matter = value('DELIB_MATIERE_NOM')
  refuse(!/\S\/\S/.test(matter) || !families.map(plain).includes(plain(matter.split('/')[0] ?? '')), `DELIB_MATIERE_NOM: ${matter}`)
  return faults
}

const isOfType = (text: string, { type, pattern }: ScdlField): boolean => {
  if (pattern && !pattern.test(text)) return false
  if (type === 'integer') return /^-?\d+$/.test(text)
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)
  return type === 'uri' ? URL.canParse(text) : true
}
const isDay = (text: string) => {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
const inOrder = (years: string) => {
  const [from = '', to = from] = years.split('/')
  return from <= to
}
/** Accents and capitals do not matter to the check. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Luhn's key, on the 14 digits and on the 9 of the SIREN. */
export const isSiret = (text: string): boolean => /^\d{14}$/.test(text) && luhn(text) && luhn(text.slice(0, 9))
const luhn = (digits: string) =>
  [...digits].toReversed().reduce((sum, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0) %
    10 ===
  0
