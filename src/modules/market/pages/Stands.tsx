import { Table, Tag } from '#kernel/ui'
import { pitchesUnder, type Pitch } from '../rules/stretches.ts'
import type { Stand } from '../queries/life.ts'
import { type Said, sayLength } from './parts.tsx'

/** « Allée du Lavoir A3–A4 ». */
export const sayStandPlace = (
  stand: { readonly alleyName: string; readonly from: number; readonly to?: number; readonly alley?: string },
  pitches: readonly Pitch[],
): string => {
  const { from, to = from + 1, alley } = stand
  const names = pitchesUnder(alley === undefined ? pitches : pitches.filter(one => one.alley === alley), {
    alley: alley ?? pitches[0]?.alley ?? '',
    from,
    to,
  })
  return `${stand.alleyName} ${[...new Set([names[0], names.at(-1)])].join('–')}`
}

/** Who stands where. Those who do not wish to be named are « un commerçant ». */
export const Stands = (props: Said & { stands: readonly Stand[]; pitches: readonly Pitch[]; caption: string }) => {
  const { t, stands, pitches, caption } = props
  if (stands.length === 0) return <p>{t('stands.none')}</p>
  return (
    <Table
      caption={caption}
      hideCaption
      head={[t('stands.who'), t('stands.sells'), t('stands.where'), t('pitch.length')]}
      numeric={[3]}
      rows={stands.map(one => [
        one.name ?? t('stands.unnamed'),
        <span>
          {t(`sq.family.${one.family}`)}
          {one.products !== '' && one.name !== null && ` : ${one.products}`}{' '}
          {one.isProducer && <Tag tone="leaf">{t('stands.producer')}</Tag>} {one.isOrganic && <Tag tone="leaf">{t('stands.organic')}</Tag>}
        </span>,
        <span>
          {sayStandPlace(one, pitches)}
          {one.reason !== '' && <small> ({t('stands.choice', { reason: one.reason })})</small>}
        </span>,
        sayLength(one.to - one.from, props),
      ])}
    />
  )
}
