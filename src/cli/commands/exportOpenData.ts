import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvOf, dictionaryOf, jsonOf } from '#kernel/openData'
import type { Command } from '../command.ts'
import { inHouse } from '../inHouse.ts'

export const exportOpenData: Command = {
  name: 'export-open-data',
  named: ['DIR'],
  summary: {
    fr: 'Écrit les données ouvertes, en CSV et en JSON, avec leur dictionnaire.',
    en: 'Writes the open data, as CSV and JSON, with their dictionary.',
  },
  help: {
    fr: 'Un dossier par collectivité, un fichier par jeu de données. Rien de personnel au-delà de ce qui est déjà public sur le site.',
    en: 'One folder per body, one file per data set. Nothing personal beyond what the site already shows to everyone.',
  },
  run: call =>
    inHouse(call, async ({ rooms, system }) => {
      const sets = rooms.flatMap(room => room.openData ?? [])
      for (const body of await system.bodies()) {
        const folder = resolve(call.named.DIR ?? '', body.slug)
        mkdirSync(folder, { recursive: true })
        await system.inBody(body, async world => {
          for (const set of sets) {
            call.tell(`  ${body.slug}/${set.id}`)
            await pipeline(Readable.from(csvOf(set, world, rooms)), createWriteStream(`${folder}/${set.id}.csv`))
            await pipeline(Readable.from(jsonOf(set, world, rooms)), createWriteStream(`${folder}/${set.id}.json`))
            writeFileSync(`${folder}/${set.id}.dictionary.json`, `${JSON.stringify(dictionaryOf(set, call.locale), null, 2)}\n`)
          }
        })
      }
      call.say(call.t('openData.done', { sets: sets.length, folder: resolve(call.named.DIR ?? '') }))
      return 0
    }),
}
