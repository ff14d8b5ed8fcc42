import type { Command } from '../command.ts'
import { examine } from '../examine.ts'
import { inHouse } from '../inHouse.ts'
import { tableDigests } from '../tableDigests.ts'

export const checkCommand: Command = {
  name: 'check',
  options: {
    digests: {
      type: 'boolean',
      help: {
        fr: 'montre aussi les lignes et l’empreinte de chaque table, pour comparer deux bases',
        en: 'also shows the rows and digest of each table, to compare two databases',
      },
    },
  },
  summary: {
    fr: 'Vérifie la base, le journal, les fichiers et les cloisons.',
    en: 'Checks the database, the journal, the files and the walls.',
  },
  run: call =>
    inHouse(
      call,
      async house => {
        let faults = 0
        for await (const { subject, ok, detail } of examine(house)) {
          const line = `${ok ? 'ok     ' : call.t('check.fault')} ${call.t(subject)}${detail ? `${call.locale === 'fr' ? ' ' : ''}: ${detail}` : ''}`
          call.say(line)
          if (!ok) faults += 1
        }
        if (call.values.digests) for await (const { name, rows, digest } of tableDigests(house.owner)) call.say(`${name} ${rows} ${digest}`)
        call.say(call.t('check.done', { faults }))
        return faults === 0 ? 0 : 1
      },
      { current: false },
    ),
}
