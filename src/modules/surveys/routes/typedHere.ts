import { z } from 'zod'
import type { FormValues } from '#kernel/forms'
import { submitted } from '#kernel/http'
import type { Request } from '../schema.ts'

const Anything = z.looseObject({})

/** What was typed on a page of a survey: its fields are those of its questions, and three that steer, whose names no question can have. */
export const typedHere = async (
  c: Request,
): Promise<{ readonly values: FormValues; readonly language: string; readonly go: string; readonly seen: readonly string[] | null }> => {
  const { values } = await submitted(c, Anything)
  const first = (name: string) => [values[name] ?? ''].flat()[0] ?? ''
  return {
    values,
    language: first('_language'),
    go: first('_go') || 'next',
    seen: values['_seen'] === undefined ? null : first('_seen').split(' '),
  }
}
