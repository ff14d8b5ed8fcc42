import { formatDate, type Locale } from '#kernel/i18n'
import { Disclosure, Table } from '#kernel/ui'
import { elections } from '../elections.ts'
import type { T } from '../locales/index.ts'
import { blackoutOf } from '../rules/blackout.ts'

/** When no local vote may be held, as far as it is known. */
export const ElectionTable = ({ t, locale, months, today }: { t: T; locale: Locale; months: number; today: string }) => (
  <Disclosure summary={t('elections.title')} id="elections">
    <Table
      caption={t('elections.title')}
      hideCaption
      head={[t('elections.election'), t('elections.closed'), t('rules.status')]}
      rows={elections
        .filter(({ until }) => until >= today)
        .map(election => {
          const { from, until } = blackoutOf(election, months)
          return [
            <>
              {election.label[locale]}
              {election.note && <p class="soft">{election.note[locale]}</p>}
            </>,
            t('elections.window', { from: formatDate(from, locale), until: formatDate(until, locale) }),
            t(`status.${election.status}`),
          ]
        })}
    />
  </Disclosure>
)
