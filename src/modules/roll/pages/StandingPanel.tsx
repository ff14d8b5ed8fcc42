import type { Locale } from '#kernel/i18n'
import { Verdict } from '#kernel/ui'
import { type T, words } from '../locales/index.ts'
import type { Refusal, Standing } from '../rules/standing.ts'

/** Whether the reader may take part, what is missing, and how to get it. `minimumAge` is that of the rule. */
export const StandingPanel = ({
  locale,
  standing,
  minimumAge,
  back,
}: {
  readonly locale: Locale
  readonly standing: Standing
  readonly minimumAge: number | null
  /** Where to return after signing in. */
  readonly back: string
}) => {
  const t = words(locale)
  if (standing.ok)
    return (
      <Verdict is="allowed" title={t('standing.ok')}>
        {t('standing.okText')}
      </Verdict>
    )
  const isFinal = standing.missing.some(one => one === 'too-young' || one === 'not-in-college')
  return (
    <Verdict is={isFinal ? 'refused' : 'missing'} title={t(isFinal ? 'standing.refused' : 'standing.missing')}>
      <ul>
        {standing.missing.map(one => (
          <li key={one}>
            {t(`missing.${one}`, { age: minimumAge ?? 0 })} <How t={t} refusal={one} back={back} />
          </li>
        ))}
      </ul>
    </Verdict>
  )
}

const How = ({ t, refusal, back }: { t: T; refusal: Refusal; back: string }) => {
  const way = wayTo(refusal, back)
  return way && <a href={way.href}>{t(`how.${way.how}`)}</a>
}

const wayTo = (refusal: Refusal, back: string) => {
  if (refusal === 'sign-in') return { how: 'sign-in', href: `/connexion?retour=${encodeURIComponent(back)}` } as const
  if (refusal === 'residence-unproven' || refusal === 'not-resident') return { how: 'residence', href: '/compte/residence' } as const
  if (refusal === 'not-in-association') return { how: 'association', href: '/compte/organisations' } as const
  return null
}
