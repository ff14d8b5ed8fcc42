import type { T } from '../locales/index.ts'
import type { Lot } from '../lot.ts'

/** Draws the lot again in the reader's own browser; without script nothing shows, and the command above does the same. */
export const ReplayLot = ({ t, lot }: { readonly t: T; readonly lot: Lot }) => (
  <>
    <lot-replay
      hidden
      data-file={`/tirages/${lot.id}/tirage.json`}
      data-commitment={lot.commitment}
      data-busy={t('replay.busy')}
      data-failed={t('replay.failed')}
      data-other-list={t('replay.otherList')}
      data-same={t('replay.same')}
      data-other={t('replay.other')}
    >
      <p>{t('replay.lead')}</p>
      <button type="button" class="button button--secondary">
        {t('replay.send')}
      </button>
      <p data-part="said" role="status" />
    </lot-replay>
    <script type="module" src="/tirages/rejouer.js" />
  </>
)

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'lot-replay': { hidden?: boolean; children?: import('preact').ComponentChildren; [data: `data-${string}`]: string }
    }
  }
}
