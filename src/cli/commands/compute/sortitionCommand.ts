import { type FileProblem, type FileRead, readCategories, readRespondents, type Relaxation, sortitionInWorker } from '#engines/sortition'
import { type Call, Refused, UsageError } from '../../command.ts'
import { bytesOf, computeCommand } from './computeCommand.ts'

const words = (fr: string, en: string, shows: string) => ({ type: 'string' as const, shows, help: { fr, en } })

export const sortitionCommand = computeCommand({
  name: 'sortition',
  named: ['CATEGORIES.csv', 'RESPONDENTS.csv'],
  options: {
    size: words('taille du panel', 'size of the panel', 'K'),
    id: words(
      'colonne qui nomme chaque personne ; sinon, le numéro de la ligne',
      'column that names each person; else the row number',
      'COLUMN',
    ),
    address: words(
      'colonnes de l’adresse, séparées par des virgules : une personne au plus par adresse',
      'columns of the address, comma-separated: one person at most per address',
      'COLUMNS',
    ),
    tickets: words('arrondir à autant de billets égaux', 'round to that many equal tickets', 'M'),
    seconds: words('s’arrêter après, à ce qui est prouvé (600)', 'stop after that, at what is proven (600)', 'S'),
  },
  summary: {
    fr: 'Calcule le tirage le plus juste d’un panel de citoyens.',
    en: 'Computes the fairest lottery for a citizens’ panel.',
  },
  help: {
    fr: 'Fichiers de la Sortition Foundation. La plus petite chance d’être tiré est aussi grande que les quotas le permettent, puis la suivante, et ainsi de suite ; la preuve est dans la réponse.',
    en: 'Files of the Sortition Foundation. The smallest chance of being drawn is as large as quotas allow, then the next, and so on; the proof is in the answer.',
  },
  compute: async call => {
    const size = wholeNumber('size', call)
    const [tickets, seconds] = [wholeNumber('tickets', call), wholeNumber('seconds', call)]
    if (size === undefined) throw new UsageError(call.t('compute.number', { name: '--size' }))
    const id = textOf('id', call)
    const address = textOf('address', call)?.split(',')
    const quotas = understood('CATEGORIES.csv', readCategories, call)
    const respondents = understood(
      'RESPONDENTS.csv',
      text => readRespondents(text, quotas, { ...(id && { id }), ...(address && { address }) }),
      call,
    )
    let told = -Infinity
    const result = await sortitionInWorker(
      { quotas, respondents, size },
      {
        ...(tickets && { tickets }),
        ...(seconds && { seconds }),
        tell: progress => {
          if (progress.seconds - told < 2) return
          told = progress.seconds
          call.tell(
            call.t('compute.sortition.progress', {
              ...progress,
              minimum: percent(progress.minimum),
              bound: percent(progress.bound),
              seconds: Math.round(progress.seconds),
            }),
          )
        },
      },
    )
    if (!result.ok) throw new Refused(refusalWords(result.relaxation, call))
    const { certificate } = result
    const said = { minimum: percent(result.minimum), bound: percent(certificate.bound), panels: result.panels.length }
    call.tell(call.t(certificate.complete ? 'compute.sortition.done' : 'compute.sortition.stopped', said))
    const named = (members: readonly number[]) => members.map(person => respondents[person]?.id ?? '')
    return {
      probabilities: Object.fromEntries(
        respondents.map(({ id: name }, person) => [name, result.probabilities[person]] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
      minimum: result.minimum,
      panels: result.panels.map(({ weight, members }) => ({ weight, members: named(members) })),
      certificate,
      ...(result.tickets && { tickets: { error: result.tickets.error, panels: result.tickets.panels.map(named) } }),
      version: result.version,
      inputDigest: result.inputDigest,
    }
  },
})

const percent = (share: number) => (100 * share).toFixed(3)
const textOf = (name: string, { values }: Call) => (typeof values[name] === 'string' ? values[name] : undefined)
const wholeNumber = (name: string, call: Call) => {
  const text = textOf(name, call)
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new UsageError(call.t('compute.number', { name: `--${name}` }))
  return Number(text)
}

const understood = <Content>(named: string, read: (text: string) => FileRead<Content>, call: Call): Content => {
  const file = call.named[named] ?? ''
  const content = read(Buffer.concat([...bytesOf(file, call)].map(piece => Uint8Array.from(piece))).toString('utf8'))
  if (content.ok) return content.value
  throw new Refused(`${file} : ${problemWords(content.problem, call)}`)
}
const problemWords = ({ kind, ...details }: FileProblem, { t }: Call) => t(`csv.${kind}`, details)

/** Proposed, never applied. */
const refusalWords = (relaxation: Relaxation | undefined, { t }: Call) =>
  relaxation === undefined
    ? t('compute.sortition.tooFew')
    : [
        t('compute.sortition.infeasible', { changes: relaxation.changes }),
        ...relaxation.quotas.map(({ quota, min, max }) =>
          t('compute.sortition.relax', {
            category: quota.category,
            feature: quota.feature,
            from: `${quota.min}–${quota.max}`,
            to: `${min}–${max}`,
          }),
        ),
      ].join('\n')
