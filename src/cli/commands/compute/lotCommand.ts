import { canonicalText, commitmentOf, drawKey, drawOrder, lotVersion, readInputs } from '#engines/lot'
import { type Call, Refused, UsageError } from '../../command.ts'
import { bytesOf, computeCommand } from './computeCommand.ts'

export const lotCommand = computeCommand({
  name: 'lot',
  named: ['INPUTS.txt'],
  options: {
    seed: {
      type: 'string',
      shows: 'TEXT',
      help: { fr: 'ce qui a été tiré en public, tel que publié', en: 'what was drawn in public, as published' },
    },
  },
  summary: { fr: 'Refait un tirage au sort.', en: 'Draws a lot again.' },
  help: {
    fr: 'Une ligne par nom ou numéro. L’ordre des lignes ne change rien : l’empreinte et le résultat sont les mêmes octets.',
    en: 'One line per name or number. The order of lines changes nothing: digest and result are the same bytes.',
  },
  compute: async call => {
    const seed = canonicalText(typeof call.values.seed === 'string' ? call.values.seed : '')
    if (seed === '') throw new UsageError(call.t('compute.lotSeed'))
    const file = call.named['INPUTS.txt'] ?? ''
    const inputs = inputsOf(file, call)
    const commitment = commitmentOf(inputs)
    const order = drawOrder({ inputs, seed })
    call.tell(call.t('compute.lot', { many: inputs.length, commitment, first: order[0] }))
    return { version: lotVersion, inputDigest: commitment, seed, order, keys: order.map(input => drawKey(commitment, seed, input)) }
  },
})

const inputsOf = (file: string, call: Call) => {
  const { inputs, problem } = readInputs(Buffer.concat([...bytesOf(file, call)].map(piece => Uint8Array.from(piece))).toString('utf8'))
  if (problem) throw new Refused(`${file} : ${call.t(`compute.lot.${problem.kind}`, { ...problem })}`)
  return inputs
}
