import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { importProgramme } from '#modules/measures'
import { type Command, Refused } from '../command.ts'
import { bodyNamed, inHouse } from '../inHouse.ts'

const formats = { '.md': 'markdown', '.csv': 'csv', '.txt': 'text' } as const

export const importProgrammeCommand: Command = {
  name: 'import-programme',
  named: ['FILE'],
  options: {
    body: { type: 'string', shows: 'SLUG', help: { fr: 'collectivité dont c’est le programme', en: 'body whose programme it is' } },
    publish: {
      type: 'boolean',
      help: { fr: 'publie aussitôt, si rien ne reste à décider', en: 'publishes at once, if nothing is left to decide' },
    },
  },
  summary: {
    fr: 'Lit un programme (Markdown, texte, CSV) et en propose l’arbre.',
    en: 'Reads a programme (Markdown, text, CSV) and proposes its tree.',
  },
  help: {
    fr: 'Sans --publish, l’arbre attend sa relecture sur le site. Chaque ligne qui n’a pas trouvé sa place est montrée ici.',
    en: 'Without --publish, the tree waits for its review on the site. Every line that found no place is shown here.',
  },
  run: call =>
    inHouse(call, async house => {
      const path = resolve(call.named.FILE ?? '')
      if (!existsSync(path)) throw new Refused(call.t('restore.noFile', { path }))
      const body = await bodyNamed(house, call.values.body, call)
      const extension = /\.\w+$/.exec(path)?.[0].toLowerCase()
      const format = extension && extension in formats ? formats[extension as keyof typeof formats] : 'auto' // just looked up
      const source = readFileSync(path, 'utf8')
      const name = basename(path)
      const imported = await house.system.inBody(body, world =>
        importProgramme(world, source, { name, format, publish: call.values.publish === true }),
      )
      for (const { line, text, reason } of imported.outline.unplaced) call.tell(call.t('programme.unplaced', { line, text, reason }))
      if (imported.because) {
        call.say(call.t('programme.waits', { reason: imported.because }))
        return 1
      }
      call.say(
        call.t(call.values.publish ? 'programme.published' : 'programme.kept', {
          measures: imported.measures.length,
          programme: imported.programme,
        }),
      )
      return 0
    }),
}
