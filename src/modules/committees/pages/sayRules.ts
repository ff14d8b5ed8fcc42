import type { Charter, Delay, Share } from '#engines/meetings'
import type { T } from '../locales/index.ts'

const parts = ['1/2', '1/3', '2/3', '1/4', '3/4'] as const

export const sayDelay = (t: T, { kind, n }: Pick<Delay, 'kind' | 'n'>) => t(`delay.${kind}`, { n })
export const sayShare = (t: T, share: Share | null | undefined): string => {
  if (!share) return t('share.none')
  if (share.kind === 'number') return t('share.number', { n: share.n })
  const known = parts.find(one => one === `${share.numerator}/${share.denominator}`)
  const part = known ? t(`part.${known}`) : t('part.other', { a: share.numerator, b: share.denominator })
  return t(`share.${share.kind}`, { part })
}

export interface RuleSaid {
  readonly title: string
  readonly sentences: readonly string[]
}
/** Rules in plain words, one subject after the other. */
export const sayRules = (t: T, charter: Charter): readonly RuleSaid[] => {
  const { convening, quorum, proxies, vote, agenda, minority } = charter
  const { majority } = vote
  const scope = t(`scope.${majority.scope}`)
  return [
    {
      title: t('rules.notice'),
      sentences: [
        t('rules.noticeSaid', { delay: sayDelay(t, convening.delay) }),
        ...(convening.delay.carriedOver ? [t('rules.noticeCarried')] : []),
        convening.urgent ? t('rules.urgentSaid', { delay: sayDelay(t, convening.urgent) }) : t('rules.noUrgent'),
      ],
    },
    {
      title: t('rules.quorum'),
      sentences: [
        quorum.overall ? t('rules.quorumAll', { share: sayShare(t, quorum.overall) }) : t('rules.quorumNone'),
        ...(['users', 'agents', 'elected'] as const).flatMap(college =>
          quorum.colleges[college]
            ? [t('rules.quorumCollege', { college: t(`college.${college}`), share: sayShare(t, quorum.colleges[college]) })]
            : [],
        ),
        t(quorum.proxiesCount ? 'rules.proxiesCount' : 'rules.proxiesDoNotCount'),
        quorum.second ? t('rules.second', { delay: sayDelay(t, quorum.second) }) : t('rules.noSecond'),
      ],
    },
    {
      title: t('rules.proxies'),
      sentences: [
        t('rules.proxiesSaid', { n: proxies.perHolder }),
        ...(proxies.perHolder > 0 ? [t(proxies.sameCollege ? 'rules.sameCollege' : 'rules.anyCollege')] : []),
      ],
    },
    {
      title: t('rules.vote'),
      sentences: [
        majority.kind === 'simple'
          ? t('rules.voteSimple', { manner: t(`manner.${vote.manner}`), scope })
          : t('rules.voteSaid', {
              manner: t(`manner.${vote.manner}`),
              majority: t(`majority.${majority.kind}`),
              base: t(`base.${majority.base}`),
              scope,
            }),
        t(majority.castingVote ? 'rules.castingVote' : 'rules.noCastingVote'),
        t('rules.withdrawal'),
      ],
    },
    {
      title: t('rules.agenda'),
      sentences: [
        t('rules.agendaChair', { n: agenda.chairUntilDays }),
        agenda.members
          ? t('rules.agendaMembers', { share: sayShare(t, agenda.members), n: agenda.membersUntilDays })
          : t('rules.agendaNoMembers'),
        t('rules.agendaMissed'),
      ],
    },
    { title: t('rules.minority'), sentences: [t('rules.minoritySaid', { n: minority.days })] },
  ]
}
