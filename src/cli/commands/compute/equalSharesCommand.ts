import {
  type Comparison,
  type Completion,
  electionOf,
  equalShares,
  type EqualSharesResult,
  type GreedyTies,
  type PabulibElection,
  type PabulibRead,
  readPabulib,
  seededLot,
} from '#engines/equalShares'
import { type Call, Refused, UsageError } from '../../command.ts'
import { bytesOf, computeCommand } from './computeCommand.ts'

const completions: readonly Completion[] = ['add1', 'add1u', 'none']
const comparisons: readonly Comparison[] = ['satisfaction', 'none']
const greedyTies: readonly GreedyTies[] = ['order', 'rule']

export const equalSharesCommand = computeCommand({
  name: 'equal-shares',
  named: ['FILE.pb'],
  options: {
    completion: {
      type: 'string',
      shows: completions.join('|'),
      help: {
        fr: 'ce qu’on fait de l’argent qui reste : parts relevées d’une unité tant que le budget le permet (add1), puis les projets les plus soutenus qui tiennent encore (add1u), ou rien',
        en: 'what is done with the money left: shares raised one unit at a time while the budget allows (add1), then the most supported projects that still fit (add1u), or nothing',
      },
    },
    comparison: {
      type: 'string',
      shows: comparisons.join('|'),
      help: {
        fr: 'si plus de votants préfèrent le résultat glouton, il l’emporte (satisfaction)',
        en: 'if more voters prefer the greedy outcome, it wins (satisfaction)',
      },
    },
    'greedy-ties': {
      type: 'string',
      shows: greedyTies.join('|'),
      help: {
        fr: 'dans le résultat glouton, à égalité de voix : l’ordre des identifiants (order), ou le moins cher puis le sort (rule)',
        en: 'in the greedy outcome, with as many votes: the order of identifiers (order), or the cheapest, then the lot (rule)',
      },
    },
    seed: {
      type: 'string',
      shows: 'TEXT',
      help: {
        fr: 'ce qui a été tiré en public pour départager les égalités ; sinon, l’empreinte de l’élection',
        en: 'what was drawn in public to settle ties; otherwise, the digest of the election',
      },
    },
  },
  summary: {
    fr: 'Dépouille un budget participatif par la méthode des parts égales.',
    en: 'Counts a participatory budget by the Method of Equal Shares.',
  },
  help: {
    fr: 'FILE.pb est un fichier Pabulib. Les mêmes votes, dans n’importe quel ordre, donnent les mêmes octets. `selected` est dans l’ordre des identifiants.',
    en: 'FILE.pb is a Pabulib file. The same votes, in any order, give the same bytes. `selected` is in the order of identifiers.',
  },
  compute: async call => {
    const file = call.named['FILE.pb'] ?? ''
    const completion = oneOf('completion', completions, call)
    const comparison = oneOf('comparison', comparisons, call)
    const election = understood(file, electionOf(understood(file, readPabulib(whole(bytesOf(file, call))), call)), call)
    const seed = typeof call.values.seed === 'string' ? call.values.seed.trim() : ''
    const counted = { completion, comparison, greedyTies: oneOf('greedy-ties', greedyTies, call) }
    const result = equalShares(election, { ...counted, ...(seed ? { settle: seededLot(seed) } : {}) })
    tell(election, result, call)
    return printed(result, seed)
  },
})

const oneOf = <Name extends string>(option: string, names: readonly Name[], call: Call): Name => {
  const value = call.values[option] ?? names[0]
  const name = names.find(one => one === value)
  if (name === undefined) throw new UsageError(call.t('compute.option', { option, value: String(value), names: names.join(', ') }))
  return name
}

const whole = (pieces: Iterable<Uint8Array>) => Buffer.concat(Array.from(pieces, piece => Buffer.from(piece)))

const understood = <Content>(file: string, read: PabulibRead<Content>, { t }: Call): Content => {
  if (read.ok) return read.value
  const { kind, ...details } = read.problem
  throw new Refused(`${file} : ${t(`pabulib.${kind}`, details)}`)
}

/** In words, what the JSON does not say. */
const tell = (election: PabulibElection, result: EqualSharesResult, { t, tell: say }: Call) => {
  if (election.reading === 'approvalSet') say(t('compute.equalShares.sets', { type: election.voteType }))
  const { compared } = result.preferences
  say(
    t('compute.equalShares', {
      voters: election.voters.length,
      projects: election.projects.length,
      selected: result.selected.length,
      outcome: result.outcome,
      equalShares: compared.equalShares,
      greedy: compared.greedy,
    }),
  )
}

const printed = (result: EqualSharesResult, seed: string) => ({
  selected: result.selected,
  cost: result.cost,
  payments: Object.fromEntries(
    result.outcome === 'equalShares' ? result.equalShares.purchases.map(({ project, voters, each }) => [project, { voters, each }]) : [],
  ),
  ties: [
    ...result.ties.map(({ among, first, settledBy }) => ({ among, first, settledBy, seed: seed || result.inputDigest })),
    ...(result.outcome === 'greedy' ? result.greedy.byOrder.map(among => ({ among, first: among[0], settledBy: 'order' })) : []),
  ],
  version: result.version,
  inputDigest: result.inputDigest,
})
