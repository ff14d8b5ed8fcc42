import {
  opinionMap,
  type OpinionMap,
  type PolisProblem,
  type PolisRead,
  readPolisComments,
  readVoteTable,
  type StatementNote,
} from '#engines/opinionMap'
import { type Call, Refused } from '../../command.ts'
import { bytesOf, computeCommand } from './computeCommand.ts'

export const opinionMapCommand = computeCommand({
  name: 'opinion-map',
  named: ['VOTES.csv'],
  options: {
    comments: {
      type: 'string',
      shows: 'COMMENTS.csv',
      help: {
        fr: 'affirmations ; celles qui sont écartées (moderated = -1) ne comptent pas',
        en: 'statements; those moderated out (-1) do not count',
      },
    },
  },
  summary: {
    fr: 'Dessine la carte des opinions à partir de fichiers Polis.',
    en: 'Draws the map of opinions from Polis files.',
  },
  help: {
    fr: 'Groupes, ce que dit chaque groupe, ce qui rassemble. Les mêmes votes, dans n’importe quel ordre, donnent les mêmes octets.',
    en: 'Groups, what each group says, what brings people together. The same votes, in any order, give the same bytes.',
  },
  compute: async call => {
    const votesFile = call.named['VOTES.csv'] ?? ''
    const votes = understood(votesFile, await readVoteTable(bytesOf(votesFile, call)), call)
    const map = opinionMap({ votes, statements: await statementsOf(call) })
    call.tell(
      call.t('compute.opinionMap', {
        people: map.participants.length,
        groups: map.groups.length,
        excluded: map.excluded.length,
        statements: map.statements.length,
      }),
    )
    return printed(map)
  },
})

const statementsOf = async (call: Call): Promise<readonly StatementNote[]> => {
  const file = call.values.comments
  return typeof file === 'string' ? understood(file, await readPolisComments(bytesOf(file, call)), call) : []
}

const understood = <Content>(file: string, read: PolisRead<Content>, call: Call): Content => {
  if (read.ok) return read.value
  throw new Refused(`${file} : ${problemWords(read.problem, call)}`)
}

const problemWords = (problem: PolisProblem, { t }: Call) => {
  const { kind, ...details } = problem
  return t(`csv.${kind}`, details)
}

/** The object that the command promises; `projection`, `statements` and what follows are there for whoever draws or checks. */
const printed = (map: OpinionMap) => ({
  version: map.version,
  inputDigest: map.inputDigest,
  groups: Object.fromEntries(map.participants.map(({ id, group }) => [id, group])),
  excluded: Object.fromEntries(map.excluded.map(({ id, needed }) => [id, `fewer than ${needed} ${needed === 1 ? 'vote' : 'votes'}`])),
  representative: map.representative,
  consensus: map.consensus,
  groupAwareConsensus: Object.fromEntries(map.groupAwareConsensus.map(({ statement, probability }) => [statement, probability])),
  components: map.components,
  statements: map.statements.map(({ id }) => id),
  center: map.center,
  eigenvalues: map.eigenvalues,
  explained: map.explained,
  groupingComponents: map.groupingComponents,
  silhouette: map.silhouette,
  groupSizes: map.groups.map(({ members }) => members),
  projection: Object.fromEntries(map.participants.map(({ id, x, y }) => [id, [x, y]])),
  tallies: Object.fromEntries(
    map.statements.map(({ id, agree, disagree, pass, seen, groups }) => [id, { agree, disagree, pass, seen, groups }]),
  ),
  priorities: Object.fromEntries(map.priorities.map(({ statement, priority }) => [statement, priority])),
})
