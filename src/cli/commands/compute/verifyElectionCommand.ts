import { verifyArchive, type VerifiedElection } from '#engines/ballotCryptography'
import { nodeBackend } from '#engines/ballotCryptography/node'
import { bytesOf, computeCommand } from './computeCommand.ts'

export const verifyElectionCommand = computeCommand({
  name: 'verify-election',
  named: ['FILE.bel'],
  options: {
    head: {
      type: 'string',
      shows: 'DIGEST',
      help: { fr: 'empreinte par laquelle le tableau public doit finir', en: 'digest that the public board must end with' },
    },
    includes: {
      type: 'string',
      shows: 'DIGEST',
      help: { fr: 'empreinte vue plus tôt, que le tableau doit contenir', en: 'digest seen earlier, which the board must contain' },
    },
    revocations: {
      type: 'string',
      shows: 'LIST.json',
      help: {
        fr: 'liste publiée des bulletins retirés, à vérifier et à soustraire',
        en: 'published list of revoked ballots, to check and subtract',
      },
    },
  },
  summary: {
    fr: 'Vérifie un scrutin secret dans son archive Belenios.',
    en: 'Verifies a secret ballot from its Belenios archive.',
  },
  help: {
    fr: 'Chaque bulletin, le total chiffré, les déchiffrements, le résultat. Sans réserve : code de sortie 0 ; sinon 1, avec la raison.',
    en: 'Every ballot, the encrypted total, the decryptions, the result. Exit code 0 when all is well, 1 otherwise, with the reason.',
  },
  compute: async ({ named, values, ...call }) => {
    const contentOf = (file: string) => Buffer.concat([...bytesOf(file, { named, values, ...call })].map(part => Uint8Array.from(part)))
    const archive = contentOf(named['FILE.bel'] ?? '')
    const { head, includes, revocations } = values
    const checked = verifyArchive(nodeBackend(), archive, {
      ...(typeof head === 'string' ? { head } : {}),
      ...(typeof includes === 'string' ? { includes } : {}),
      ...(typeof revocations === 'string' ? { revocations: contentOf(revocations).toString('utf8') } : {}),
    })
    return checked.ok ? { valid: true, ...printed(checked.value) } : { valid: false, problem: checked.problem }
  },
  exitCode: answer => ('valid' in answer && answer.valid === true ? 0 : 1),
})

const printed = ({ election, ...rest }: VerifiedElection) => ({
  uuid: election.uuid,
  name: election.name,
  questions: election.questions,
  ...rest,
})
