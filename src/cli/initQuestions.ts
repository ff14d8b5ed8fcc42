import { z } from 'zod'
import { ask } from './ask.ts'
import { type Call, UsageError } from './command.ts'
import { isInsee, isSiren, isSiret, slugOf } from './identifiers.ts'

/** What `init` needs to know; absent when it was left empty. */
export type Answers = Readonly<Record<string, string | undefined>>

export interface InitQuestion {
  readonly option: string
  readonly shows: string
  readonly help: { readonly fr: string; readonly en: string }
  /** May be left empty, given the answers before it. */
  readonly optional?: (answers: Answers) => boolean
  /** Proposed from the answers before it. */
  readonly proposal?: (answers: Answers) => string
  readonly accepts: (text: string) => boolean
  readonly expected: { readonly fr: string; readonly en: string }
}

const kinds = ['commune', 'ccas', 'intercommunality', 'joint-body']
const anything = { fr: 'un texte', en: 'a text' }

export const initQuestions: readonly InitQuestion[] = [
  {
    option: 'name',
    shows: 'NAME',
    help: { fr: 'Nom de la collectivité', en: 'Name of the body' },
    accepts: text => text.length > 1,
    expected: anything,
  },
  {
    option: 'slug',
    shows: 'SLUG',
    help: { fr: 'Nom court, pour les adresses et les commandes', en: 'Short name, for addresses and commands' },
    proposal: answers => slugOf(answers.name ?? ''),
    accepts: text => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
    expected: { fr: 'des minuscules, des chiffres et des traits d’union', en: 'small letters, digits and hyphens' },
  },
  {
    option: 'kind',
    shows: 'KIND',
    help: { fr: `Nature (${kinds.join(', ')})`, en: `Kind (${kinds.join(', ')})` },
    proposal: () => 'commune',
    accepts: text => kinds.includes(text),
    expected: { fr: kinds.join(', '), en: kinds.join(', ') },
  },
  {
    option: 'siren',
    shows: 'NUMBER',
    help: { fr: 'Numéro SIREN ou SIRET', en: 'SIREN or SIRET number' },
    optional: () => true,
    accepts: text => isSiren(text) || isSiret(text),
    expected: { fr: '9 ou 14 chiffres, dont la clé est juste', en: '9 or 14 digits with a right check digit' },
  },
  {
    option: 'insee',
    shows: 'CODE',
    help: { fr: 'Code INSEE de la commune', en: 'INSEE code of the commune' },
    optional: () => true,
    accepts: isInsee,
    expected: { fr: '5 caractères, comme 91272', en: '5 characters, like 91272' },
  },
  {
    option: 'population',
    shows: 'N',
    help: { fr: 'Nombre d’habitants', en: 'Number of residents' },
    optional: () => true,
    accepts: text => /^[1-9]\d{0,7}$/.test(text),
    expected: { fr: 'un nombre entier', en: 'a whole number' },
  },
  {
    option: 'admin',
    shows: 'NAME',
    help: { fr: 'Nom de la première administratrice ou du premier administrateur', en: 'Name of the first administrator' },
    accepts: text => text.length > 1,
    expected: anything,
  },
  {
    option: 'email',
    shows: 'ADDRESS',
    help: { fr: 'Son adresse électronique', en: 'Their e-mail address' },
    accepts: text => z.email().safeParse(text).success,
    expected: { fr: 'une adresse électronique', en: 'an e-mail address' },
  },
  {
    option: 'url',
    shows: 'URL',
    help: { fr: 'Adresse publique du site', en: 'Public address of the site' },
    accepts: isOrigin,
    expected: { fr: 'https://… sans chemin (http:// seulement sur localhost)', en: 'https://… without a path (http:// on localhost only)' },
  },
  {
    option: 'proxies',
    shows: 'N',
    help: { fr: 'Serveurs mandataires devant Yvette (nginx, Caddy…)', en: 'Proxies before Yvette (nginx, Caddy…)' },
    proposal: answers => (answers.url?.startsWith('https:') ? '1' : '0'),
    accepts: text => /^[0-5]$/.test(text),
    expected: { fr: 'de 0 à 5', en: 'from 0 to 5' },
  },
  {
    option: 'smtp',
    shows: 'URL',
    help: { fr: 'Serveur de courrier (smtps://utilisateur:motdepasse@serveur)', en: 'Mail server (smtps://user:password@server)' },
    optional: () => true,
    accepts: text => z.url({ protocol: /^smtps?$/ }).safeParse(text).success,
    expected: { fr: 'smtp://… ou smtps://…', en: 'smtp://… or smtps://…' },
  },
  {
    option: 'from',
    shows: 'ADDRESS',
    help: { fr: 'Adresse d’expédition', en: 'Sender’s address' },
    optional: answers => !answers.smtp,
    proposal: answers => `ne-pas-repondre@${new URL(answers.url ?? 'https://localhost').hostname}`,
    accepts: text => z.email().safeParse(text).success,
    expected: { fr: 'une adresse électronique', en: 'an e-mail address' },
  },
]

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search } = new URL(text)
  const local = /^(localhost|127\.0\.0\.1|.+\.localhost)$/.test(hostname)
  return pathname === '/' && !search && (protocol === 'https:' || (protocol === 'http:' && local))
}

/** Every answer, from the options, then from whoever sits at the terminal. @throws UsageError for an answer that cannot be */
export const collect = async (call: Call): Promise<Answers> => {
  const answers: Record<string, string | undefined> = {}
  for (const question of initQuestions) answers[question.option] = await answered(question, answers, call)
  return answers
}

const answered = async (question: InitQuestion, answers: Answers, { values, locale, t, tell }: Call): Promise<string | undefined> => {
  const given = values[question.option]
  const wrong = () => t('init.wrong', { option: question.option, expected: question.expected[locale] })
  if (typeof given === 'string') {
    if (!question.accepts(given)) throw new UsageError(wrong())
    return given
  }
  const proposal = question.proposal?.(answers)
  if (!ask.possible()) {
    if (proposal !== undefined && question.accepts(proposal)) return proposal
    if (question.optional?.(answers)) return undefined
    throw new UsageError(t('init.needs', { option: question.option, help: question.help[locale] }))
  }
  for (;;) {
    const hint = proposal ? ` [${proposal}]` : question.optional?.(answers) ? ` (${t('init.optional')})` : ''
    const text = (await ask.question(`${question.help[locale]}${hint}${locale === 'fr' ? ' ' : ''}: `)) || (proposal ?? '')
    if (text === '' && question.optional?.(answers)) return undefined
    if (question.accepts(text)) return text
    tell(wrong())
  }
}
