import { readOutline, type Outline } from '#engines/outline'
import type { KernelTables, World } from '#kernel/service'
import { words } from './locales/index.ts'
import { addProgramme, readPoints } from './queries/programmes.ts'
import { publishProgramme } from './queries/publishProgramme.ts'
import { canPublish, type PublicationRefusal } from './rules/publishedTree.ts'
import type { MeasureId, MeasureTables } from './schema.ts'

type Here = World<MeasureTables & KernelTables>

export interface Imported {
  readonly programme: string
  readonly outline: Outline
  /** Measures made, when it was published. */
  readonly measures: readonly MeasureId[]
  /** Why it waits for review instead, when publication was asked for. */
  readonly because: PublicationRefusal | null
}

/**
 * Reads a programme and keeps it for review; with `publish`, makes its measures at once if nothing is left to decide.
 * @throws RangeError for a document longer than `outlineLimit`
 */
export const importProgramme = async (
  here: Here,
  source: string,
  {
    name = '',
    format = 'auto',
    title = '',
    publish = false,
  }: { name?: string; format?: 'auto' | 'markdown' | 'text' | 'csv'; title?: string; publish?: boolean } = {},
): Promise<Imported> => {
  const t = words(here.locale)
  const outline = readOutline(source, format)
  const programme = await addProgramme(here, {
    source: source.toWellFormed().replaceAll('\u0000', ''),
    name,
    title: title || outline.title.text || t('programme.untitled'),
    outline,
  })
  if (!publish) return { programme, outline, measures: [], because: null }
  const points = await readPoints(here.db, here.body.id, programme)
  const verdict = canPublish(points)
  if (!verdict.ok) return { programme, outline, measures: [], because: verdict.because }
  const measures = await publishProgramme(here, programme, points, {
    proposed: t('programme.reason.proposed'),
    opened: t('programme.reason.opened'),
  })
  return { programme, outline, measures, because: null }
}
