import { recount, type Recount } from '#modules/ballots/results'
import { type Call, Refused } from '../../command.ts'
import { bytesOf, computeCommand } from './computeCommand.ts'

export const recountCommand = computeCommand({
  name: 'recount',
  named: ['FILE.json'],
  options: {},
  summary: { fr: 'Recompte un vote public.', en: 'Counts a public vote again.' },
  help: {
    fr: 'Le fichier « Tout pour recompter » de la page du résultat. Mêmes chiffres et même empreinte : code de sortie 0 ; sinon 1.',
    en: 'The file “Everything to count again” of the page of the result. Same figures and same digest: exit code 0; otherwise 1.',
  },
  compute: async call => {
    const file = call.named['FILE.json'] ?? ''
    const found = recount(jsonIn(file, call))
    if (!found.ok) throw new Refused(`${file} : ${call.t(`compute.recount.${found.because}`)}`)
    call.tell(call.t('compute.recount', { title: found.title, ballots: found.ballots, digest: found.digest }))
    return { valid: isWhole(found), ...found.result, digest: found.digest, ballots: found.ballots, checks: checksOf(found) }
  },
  exitCode: answer => ('valid' in answer && answer.valid === true ? 0 : 1),
})

type Found = Extract<Recount, { readonly ok: true }>
const checksOf = ({ isSame, isSameDigest, isOneBallotEach }: Found) => ({ isSame, isSameDigest, isOneBallotEach })
const isWhole = (found: Found) => Object.values(checksOf(found)).every(Boolean)

const jsonIn = (file: string, call: Call): unknown => {
  const text = Buffer.concat([...bytesOf(file, call)].map(piece => Uint8Array.from(piece))).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(`${file} : ${call.t('compute.recount.not-a-bundle')}`)
  }
}
