import type { ComponentChildren } from 'preact'
import { kinds } from '#engines/outline'
import { Actions, Button } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { isInTree, type Point } from '../rules/points.ts'
import { PointLine } from './PointLine.tsx'

interface Props {
  readonly t: T
  readonly points: readonly Point[]
  readonly ticked: ReadonlySet<string>
  readonly path: string
}

/** How many points may stand between two sets of buttons. */
const reach = 12

/** The tree as nested lists, with the buttons never far away. */
export const PointTree = ({ t, points, ticked, path }: Props) => {
  const inTree = points.filter(isInTree)
  const parts: ComponentChildren[] = []
  let shown = 0
  for (const [start, end] of branches(inTree)) {
    parts.push(<Level key={inTree[start]!.id} t={t} points={inTree.slice(start, end)} depth={0} ticked={ticked} path={path} />)
    shown += end - start
    if (shown >= reach || end === inTree.length) {
      parts.push(<Toolbar key={`outils-${end}`} t={t} />)
      shown = 0
    }
  }
  return <>{parts}</>
}

const branches = (points: readonly Point[]): [number, number][] => {
  const starts = points.flatMap((point, index) => (point.depth === 0 ? [index] : []))
  return starts.map((start, index) => [start, starts[index + 1] ?? points.length])
}

const Level = ({ t, points, depth, ticked, path }: Props & { depth: number }) => {
  const starts = points.flatMap((point, index) => (point.depth === depth ? [index] : []))
  return (
    <ul>
      {starts.map((start, index) => {
        const point = points[start]!
        const under = points.slice(start + 1, starts[index + 1] ?? points.length)
        return (
          <li key={point.id} id={`point-${point.id}`}>
            <PointLine t={t} point={point} path={path} isTicked={ticked.has(point.id)} />
            {under.length > 0 && <Level t={t} points={under} depth={depth + 1} ticked={ticked} path={path} />}
          </li>
        )
      })}
    </ul>
  )
}

const Toolbar = ({ t }: { t: T }) => (
  <fieldset class="control">
    <legend class="control__label">{t('review.with')}</legend>
    <Actions>
      {(['up', 'down', 'outdent', 'indent', 'merge'] as const).map(act => (
        <Button key={act} kind="secondary" small name="act" value={act}>
          {t(`review.${act}`)}
        </Button>
      ))}
    </Actions>
    <p>{t('review.make')}</p>
    <Actions>
      {kinds.map(kind => (
        <Button
          key={kind}
          kind="secondary"
          small
          name="act"
          value={`kind:${kind}`}
          label={`${t('review.make')} : ${t(`review.kind.${kind}`)}`}
        >
          {t(`review.kind.${kind}`)}
        </Button>
      ))}
    </Actions>
  </fieldset>
)
