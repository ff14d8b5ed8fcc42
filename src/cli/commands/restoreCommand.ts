import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreBackup } from '#kernel/backup'
import { openStorage } from '#kernel/files'
import { kernelRooms } from '#kernel/house'
import { claimDatabase } from '../claimDatabase.ts'
import { type Command, Refused } from '../command.ts'
import { rooms } from '../inHouse.ts'
import { openDatabase } from '../openDatabase.ts'

export const restoreCommand: Command = {
  name: 'restore',
  named: ['FILE'],
  summary: { fr: 'Remplit une base vide avec une sauvegarde.', en: 'Fills an empty database with a backup.' },
  help: {
    fr: 'Refuse une base qui contient déjà quelque chose, un fichier abîmé, une sauvegarde d’une version plus récente. Une sauvegarde plus ancienne est mise à niveau.',
    en: 'Refuses a database that holds anything, a damaged file, a backup of a newer version. An older backup is upgraded.',
  },
  async run({ config, locale, named, say, t, tell }) {
    const path = resolve(named.FILE ?? '')
    if (!existsSync(path)) throw new Refused(t('restore.noFile', { path }))
    const { cluster, secrets } = await openDatabase(config)
    try {
      if ((await claimDatabase(cluster, 'restored', locale)) !== 'empty') throw new Refused(t('restore.notEmpty'))
      await openStorage(config.bucket ?? { folder: `${config.dataFolder}/files` })
      const manifest = await restoreBackup({
        ownerUrl: cluster.url('owner'),
        path,
        rooms: [...kernelRooms, ...rooms],
        keepSecret: secrets.keep,
        tell: line => tell(`  ${line}`),
      })
      say(t('restore.done', { at: manifest.at, version: manifest.yvette }))
      if (!manifest.secrets) tell(t('restore.noSecrets'))
      return 0
    } finally {
      await cluster.stop()
    }
  },
}
