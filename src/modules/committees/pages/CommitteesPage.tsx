import { Actions, Button, Empty, Listing, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { committeeUrl, type CommitteeLine, isEnded } from '../committee.ts'

/** Every committee: those that sit, with their vacancies, then those that ended. */
export const CommitteesPage = ({
  t,
  committees,
  services,
  today,
  manages,
}: {
  t: T
  committees: readonly CommitteeLine[]
  services: ReadonlyMap<string, string>
  today: string
  manages: boolean
}) => {
  const items = (some: readonly CommitteeLine[]) =>
    some.map(one => ({
      title: one.name,
      href: committeeUrl(one.id),
      text:
        one.theme ||
        one.services
          .map(id => services.get(id))
          .filter(Boolean)
          .join(', ') ||
        t(`kind.${one.kind}`),
      note: t('committees.vacancies', { n: one.vacancies, seats: one.seats }),
      drawing: 'meeting' as const,
    }))
  const running = committees.filter(one => !isEnded(one, today))
  const ended = committees.filter(one => isEnded(one, today))
  return (
    <Page title={t('committees.title')} lead={t('committees.lead')}>
      <Actions>
        {manages && <Button href="/comites/nouveau">{t('committees.create')}</Button>}
        <Button kind="secondary" href="/comites/ccspl">
          {t('committees.commission')}
        </Button>
      </Actions>
      <Section title={t('committees.running')}>
        {running.length > 0 ? (
          <Listing items={items(running)} />
        ) : (
          <Empty title={t('committees.none')} drawing="meeting">
            {t('committees.noneText')}
          </Empty>
        )}
      </Section>
      {ended.length > 0 && (
        <Section title={t('committees.ended')}>
          <Listing items={items(ended)} />
        </Section>
      )}
    </Page>
  )
}
