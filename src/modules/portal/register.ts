import type { Gathering } from './gather.ts'
import type { T } from './locales/index.ts'
import type { Held } from './pages/PersonalDataPage.tsx'

const kernelKinds = ['account', 'session', 'journal', 'mail'] as const

/** The record of processing (GDPR, article 30), as every room declares it, the kernel first. */
export const register = (world: Pick<Gathering, 'contributors' | 'locale'>, t: T): readonly Held[] => [
  {
    title: t('kernel.name'),
    rows: kernelKinds.map(kind => [t(`kernel.${kind}`), t(`kernel.${kind}Basis`), t(`kernel.${kind}Kept`)] as const),
  },
  ...world.contributors.map(room => ({
    title: room.title?.[world.locale] ?? room.id,
    rows:
      room.personalData === 'none'
        ? []
        : room.personalData.held.map(one => [one.what[world.locale], one.basis[world.locale], one.kept[world.locale]] as const),
  })),
]
