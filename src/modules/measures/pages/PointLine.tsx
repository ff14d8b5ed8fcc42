import { Tag } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { isInTree, type Point } from '../rules/points.ts'

const tones = { objective: 'ochre', theme: 'river', measure: 'leaf', 'sub-measure': 'plain' } as const
const reasons = ['before-everything', 'after-list', 'empty', 'page-number', 'no-title', 'no-column'] as const

/** One point to tick: what it is, its title, the lines it comes from, and a way to correct its words. */
export const PointLine = ({ t, point, path, isTicked }: { t: T; point: Point; path: string; isTicked: boolean }) => {
  const id = `choix-${point.id}`
  const because = reasons.find(reason => reason === point.waitingBecause)
  return (
    <div class="box">
      <input class="box__input" type="checkbox" id={id} name="point" value={point.id} checked={isTicked} />
      <label class="box__label" for={id}>
        {isInTree(point) && (
          <>
            <Tag tone={tones[point.kind]}>{t(`review.kind.${point.kind}`)}</Tag>{' '}
          </>
        )}
        {`${point.number} ${point.title}`.trim()}
      </label>
      <p class="box__hint">
        {point.droppedBecause !== null && <>{t('review.droppedBecause', { reason: point.droppedBecause })} · </>}
        {because && <>{t(`review.because.${because}`)} · </>}
        {point.body && <>{extract(point.body)} · </>}
        {point.lines.length > 0 && <>{t('review.line', { n: point.lines.length, first: point.lines[0]!, last: point.lines.at(-1)! })} · </>}
        <a href={`${path}/points/${point.id}`} aria-label={t('review.editLabel', { title: point.title })}>
          {t('review.edit')}
        </a>
      </p>
    </div>
  )
}

const extract = (text: string) => (text.length <= 120 ? text : `${text.slice(0, text.slice(0, 120).lastIndexOf(' '))}…`)
