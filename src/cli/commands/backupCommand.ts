import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { backUp } from '#kernel/backup'
import { formatNumber } from '#kernel/i18n'
import type { Command } from '../command.ts'
import { inHouse } from '../inHouse.ts'
import { version } from '../version.ts'

export const backupCommand: Command = {
  name: 'backup',
  named: ['FILE'],
  options: {
    'without-secrets': {
      type: 'boolean',
      help: {
        fr: 'n’y met pas les clés de secrets.json ; gardez-les ailleurs',
        en: 'leaves out the keys of secrets.json; keep them elsewhere',
      },
    },
  },
  summary: {
    fr: 'Enregistre toute l’instance dans un fichier, pendant qu’elle sert.',
    en: 'Saves the whole instance to one file, while it serves.',
  },
  help: {
    fr: 'Base, fichiers et clés, tels qu’ils étaient à un même instant. Ce fichier contient tout : gardez-le comme le serveur lui-même.',
    en: 'Database, files and keys, as they were at one instant. This file holds everything: keep it as you keep the server.',
  },
  run: call =>
    inHouse(
      call,
      async ({ cluster, secrets }) => {
        const path = resolve(call.named.FILE ?? '')
        const keys = Object.fromEntries(Object.entries(secrets.all()).filter(([name]) => !name.startsWith('postgres.')))
        const manifest = await backUp({
          ownerUrl: cluster.url('owner'),
          path,
          version,
          secrets: call.values['without-secrets'] ? null : keys,
          tell: line => call.tell(`  ${line}`),
        })
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        const say = (value: number) => formatNumber(value, call.locale)
        call.say(
          call.t('backup.done', {
            path,
            rows: say(rows),
            files: say(manifest.files.length),
            size: say(Math.ceil(statSync(path).size / 1000)),
          }),
        )
        for (const key of manifest.missing) call.tell(call.t('backup.missing', { key }))
        return 0
      },
      { current: false },
    ),
}
