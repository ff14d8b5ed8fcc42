import type { Db } from '#kernel/db'
import type { Room } from '#kernel/service'
import { sweepFiles } from './sweep.ts'
import type { FilesTables } from './tables.ts'

/** The kernel's file room. */
export const files = {
  id: 'files',
  jobs: {
    'files.sweep': { every: '40 4 * * *', run: system => system.forEachBody<FilesTables>(async world => void (await sweepFiles(world))) },
  },
  personalData: {
    held: [
      {
        what: { fr: 'Fichiers joints, et qui les a déposés', en: 'Attached files, and who filed them' },
        basis: {
          fr: 'Mission d’intérêt public : le dossier auquel ils sont joints',
          en: 'Public interest: the record they are attached to',
        },
        kept: { fr: 'Aussi longtemps que ce dossier', en: 'As long as that record' },
      },
    ],
    columns: { 'files.file.stored_by': 'anonymised' },
    erase: async (world, personId) => {
      await (world.db as unknown as Db<FilesTables>) // the kernel's own table
        .updateTable('files.file')
        .set({ stored_by: null })
        .where('body_id', '=', world.body.id)
        .where('stored_by', '=', personId)
        .execute()
    },
  },
} satisfies Room
