import type { PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'
import { versions } from './queries.ts'
import type { Here } from './schema.ts'

/** Population figures published lately. */
export const changes = async ({ db, body, locale }: Here, limit: number): Promise<readonly PublicChange[]> =>
  (await versions(db, body.id, false, limit)).flatMap(({ id, source, publishedAt }) =>
    publishedAt === null
      ? []
      : [
          {
            id: `population:${id}`,
            title: words(locale)('change.published'),
            url: `/population/versions/${id}`,
            at: publishedAt,
            text: source,
          },
        ],
  )
