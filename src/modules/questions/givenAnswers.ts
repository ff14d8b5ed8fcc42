import { publicClocks } from '#engines/answers'
import { moderationOf } from '#engines/moderation'
import { plainText } from '#engines/texts'
import type { AnyWorld, PublicChange } from '#kernel/world'
import { words } from './locales/index.ts'

/** The answers given lately, for the home page and the feed; nothing of what moderation set apart. */
export const givenAnswers = async (world: AnyWorld, limit: number): Promise<readonly PublicChange[]> => {
  const t = words(world.locale)
  const clocks = await publicClocks(world, 'given', { size: limit, start: 0 })
  const moderated = await moderationOf(
    world.db,
    world.body.id,
    clocks.map(clock => clock.subject),
  )
  return clocks.flatMap(({ id, subject, title, answer }) =>
    answer && moderated.get(subject).state === 'visible'
      ? [
          {
            id: `answer:${answer.id}`,
            title: t('change.answered', { title }),
            url: `/reponses/${id}`,
            at: answer.answeredAt,
            text: plainText(answer.text).slice(0, 300).toWellFormed(),
          },
        ]
      : [],
  )
}
