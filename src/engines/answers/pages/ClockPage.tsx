import { formatDate, type Locale } from '#kernel/i18n'
import { Actions, Button, DefinitionList, Expected, Listing, Page, Section, Time } from '#kernel/ui'
import type { Clock } from '../clocks.ts'
import type { T } from '../locales/index.ts'
import { GivenAnswer } from './GivenAnswer.tsx'
import { Standing } from './Standing.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly clock: Clock
  /** Other clocks on the same subject. */
  readonly others: readonly Clock[]
  readonly today: string
  readonly mayWrite: boolean
  readonly mayAppeal: boolean
}

/** One answer owed or given. */
export const ClockPage = ({ t, locale, clock, others, today, mayWrite, mayAppeal }: Props) => (
  <Page
    title={t('clock.title', { kind: t(`kind.${clock.kind}`), title: clock.title })}
    breadcrumb={[{ label: t('list.title'), href: '/reponses' }]}
    expected={
      mayWrite && (
        <Expected action={{ label: t('clock.write'), href: `/reponses/${clock.id}/reponse` }}>{t(`reason.${clock.reason}`)}</Expected>
      )
    }
  >
    <p>
      <Standing t={t} clock={clock} today={today} />
    </p>
    <DefinitionList
      items={[
        { term: t('clock.about'), value: <a href={clock.url}>{clock.title}</a> },
        { term: t('clock.why'), value: t(`reason.${clock.reason}`) },
        { term: t('clock.opened'), value: <Time at={clock.openedOn} /> },
        { term: t('clock.due'), value: <Time at={clock.dueOn} /> },
      ]}
    />
    {clock.escalatedAt && <p>{t('clock.escalated', { day: formatDate(clock.escalatedAt, locale) })}</p>}
    {clock.answer && (
      <Section title={t('answer.title')} id="reponse">
        <GivenAnswer t={t} locale={locale} answer={clock.answer} />
        {mayAppeal && (
          <Actions>
            <Button kind="secondary" href={`/reponses/${clock.id}/appel`}>
              {t('answer.appeal')}
            </Button>
          </Actions>
        )}
      </Section>
    )}
    {others.length > 0 && (
      <Section title={t('clock.others')}>
        <Listing
          items={others.map(other => ({
            title: t(`kind.${other.kind}`),
            href: `/reponses/${other.id}`,
            note: <Standing t={t} clock={other} today={today} />,
          }))}
        />
      </Section>
    )}
  </Page>
)
