import type { Locale } from '#kernel/i18n'
import { OpenFigure, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { usesAt } from '../parameters.ts'
import type { Ballot } from '../queries/ballots.ts'

/** What the vote may be used for, and what it may not: the law, with its dates. */
export const WhatItIsFor = ({ t, locale, ballot, today }: { t: T; locale: Locale; ballot: Pick<Ballot, 'purpose'>; today: string }) => {
  const { consultative, level } = usesAt(today)
  return (
    <Section title={t('use.title')} id="usage">
      <p>{ballot.purpose}</p>
      <p>{t('use.consultative')}</p>
      <OpenFigure
        value={t('use.notPolitical')}
        rule={consultative.note?.[locale] ?? ''}
        since={consultative.from}
        source={{ label: `${consultative.text}, ${consultative.article} (${t(`use.${consultative.status}`)})` }}
      />
      <OpenFigure
        value={t('use.level')}
        rule={level.note?.[locale] ?? ''}
        data={String(level.value)}
        since={level.from}
        source={{ label: `${level.text}, ${level.article} (${t(`use.${level.status}`)})`, href: level.url }}
      />
    </Section>
  )
}
