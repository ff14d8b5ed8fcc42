import { formatDate, formatDateTime } from '#kernel/i18n'
import { useFrame, useWords } from '../frame.ts'

/** A day (`'YYYY-MM-DD'`) or an instant, said in full. `prefix` says « depuis le … ». */
export const Time = ({ at, prefix }: { at: string; prefix?: boolean | undefined }) => {
  const { locale } = useFrame()
  const t = useWords()
  const said = at.length === 10 ? formatDate(at, locale) : formatDateTime(at, locale)
  if (!prefix) return <time datetime={at}>{said}</time>
  const [before, after] = t('stage.since', { date: '\ue002' }).split('\ue002')
  return (
    <>
      {before}
      <time datetime={at}>{said}</time>
      {after}
    </>
  )
}
