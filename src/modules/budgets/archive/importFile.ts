import type { UploadedFile } from '#kernel/http'
import type { Here } from '../schema.ts'

export const importFile = async (
  _world: Here,
  _file: UploadedFile,
  _title: string,
): Promise<{ ok: true; budget: string } | { ok: false; because: 'ordinal' | 'empty'; reason: string | null }> => ({
  ok: false,
  because: 'empty',
  reason: null,
})
