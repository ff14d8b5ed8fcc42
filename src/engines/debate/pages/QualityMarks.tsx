import { Actions, Button, OpenFigure } from '#kernel/ui'
import { qualities } from '../rules/terms.ts'
import { words } from '../locales/index.ts'
import type { CardProps } from './cardProps.ts'

/** How many marks, of which kind, from whom; and the buttons to give or take back one’s own. */
export const QualityMarks = ({ argument, url, actor, locale, back }: CardProps) => {
  const t = words(locale)
  const { marks, sides, mine } = argument
  const address = `${url}/${argument.id}/appui`
  return (
    <>
      <OpenFigure
        value={t('quality.counts', { n: marks.argued + marks.sourced + marks.taught })}
        rule={t('quality.rule')}
        data={t('quality.data', { ...marks, ...sides })}
      />
      {actor.personId !== argument.authorId && (
        <form method="post" action={mine ? `${address}/retrait` : address}>
          <input type="hidden" name="back" value={back} />
          {mine ? (
            <Actions>
              <span>{t('quality.mine', { quality: t(`quality.${mine}`) })}</span>
              <Button kind="secondary" small>
                {t('quality.withdraw')}
              </Button>
            </Actions>
          ) : (
            <>
              <p class="soft">{t('quality.legend')}</p>
              <Actions>
                {qualities.map(quality => (
                  <Button
                    key={quality}
                    kind="secondary"
                    small
                    name="quality"
                    value={quality}
                    label={t('quality.give', { quality: t(`quality.${quality}`) })}
                  >
                    {t(`quality.${quality}`)}
                  </Button>
                ))}
              </Actions>
            </>
          )}
        </form>
      )}
    </>
  )
}
