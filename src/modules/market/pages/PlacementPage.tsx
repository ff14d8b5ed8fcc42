import { formatDate } from '#kernel/i18n'
import { Page } from '#kernel/ui'
import { Board } from '../board/Board.tsx'
import type { BoardProps } from '../board/parts.tsx'
import { sayHour, type SquareWords } from '../board/say.ts'
import { crumbs, type Said } from './parts.tsx'

interface Props extends Said {
  readonly board: BoardProps
  readonly words: SquareWords
  /** Days before this one are forgotten by the telephone, once all was sent. */
  readonly before: string
}
/** The morning, drawn here for whoever has no script; the script draws it again from what the telephone keeps. */
export const PlacementPage = ({ t, locale, board, words, before }: Props) => {
  const { square, say } = board
  const lead = say('sq.lead', { market: square.marketName, place: square.place, call: sayHour(square.callAt, locale) })
  const path = `/marche/jours/${square.id}`
  return (
    <Page
      title={say('sq.title', { date: formatDate(square.on, locale) })}
      lead={lead}
      breadcrumb={crumbs(t, { label: formatDate(square.on, locale), href: path })}
    >
      <market-square
        data-day={square.id}
        data-town={board.town}
        data-action={board.action}
        data-send={`/marche/placement/${square.id}/envois`}
        data-before={before}
        data-words={JSON.stringify(words)}
      >
        <Board {...board} />
      </market-square>
      <p>
        <a href={path}>{t('day.account')}</a>
      </p>
      <script type="module" src="/marche/placement/programme.js" />
    </Page>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'market-square': { children?: import('preact').ComponentChildren; [data: `data-${string}`]: string }
    }
  }
}
