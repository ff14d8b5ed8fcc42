import { Actions, Button, DefinitionList, DownloadLinks, Notice, Page, Section, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { quotaTable } from '../rules/quotaTable.ts'
import type { PanelPageProps } from './panelPageProps.ts'
import { percent } from './percent.ts'
import { AnnounceForm, ComputeForm, RelaxForm, StopForm } from './PanelForms.tsx'
import { PanelMembers } from './PanelMembers.tsx'

/** A panel from its opening to those who sit. */
export const PanelPage = (props: PanelPageProps) => {
  const { t, panel, state, own, isAgent } = props
  const { lottery } = state
  return (
    <Page title={panel.title} lead={panel.purpose} breadcrumb={[{ label: t('draws.title'), href: '/tirages' }]}>
      <DefinitionList
        items={[
          { term: t('panel.size'), value: String(panel.size) },
          { term: t('panel.closesOn'), value: <Time at={panel.closesOn} /> },
          { term: t('panel.volunteers'), value: String(state.volunteers.length) },
          { term: t('panel.rule'), value: panel.onePerAddress ? t('panel.onePerAddress') : '' },
          { term: t('panel.minimum'), value: lottery && percent(lottery.minimum) },
        ]}
      />
      <Own {...props} />
      {state.isRecruiting && own === null && (
        <Actions>
          <Button href={`/tirages/panels/${panel.id}/inscription`}>{t('volunteer.title')}</Button>
        </Actions>
      )}
      {state.isComputing && (
        <Notice title={t('compute.running')}>
          <p>
            {state.progress
              ? t('compute.progress', {
                  minimum: percent(state.progress.minimum),
                  bound: percent(state.progress.bound),
                  seconds: Math.round(state.progress.seconds),
                })
              : t('compute.soon')}
          </p>
          <p>
            <a href={`/tirages/panels/${panel.id}`}>{t('compute.refresh')}</a>
          </p>
          {isAgent && <StopForm {...props} />}
        </Notice>
      )}
      {state.hasFailed && (
        <Notice kind="warning" title={t('compute.failed')}>
          <p>{t('compute.failedText')}</p>
        </Notice>
      )}
      {state.infeasible && !state.isComputing && <Infeasible {...props} />}
      {state.seated && <PanelMembers {...props} />}
      {state.lot && (
        <p>
          <a href={`/tirages/${state.lot.id}`}>{state.lot.seed ? t('panel.seeLot') : t('panel.waitsLot')}</a>
        </p>
      )}
      {isAgent && <ComputeForm {...props} />}
      {isAgent && <AnnounceForm {...props} />}
      <Quotas {...props} />
      {lottery && (
        <Section title={t('fair.title')}>
          <p>{t('fair.text')}</p>
          <p>
            {t(lottery.complete ? 'fair.proven' : 'fair.stopped', { minimum: percent(lottery.minimum), bound: percent(lottery.bound) })}
          </p>
          <p>{t('fair.tickets', { tickets: lottery.tickets.length })}</p>
        </Section>
      )}
      <DownloadLinks
        links={[
          { href: `/tirages/panels/${panel.id}/categories.csv`, label: t('panel.categoriesFile') },
          ...(isAgent ? [{ href: `/tirages/panels/${panel.id}/volontaires.csv`, label: t('panel.volunteersFile') }] : []),
        ]}
      />
    </Page>
  )
}

const Own = ({ t, panel, state, own }: PanelPageProps) =>
  own && (
    <Notice kind="success" title={t('own.title', { number: own.number })}>
      {state.lottery && <p>{t('own.chance', { chance: percent(state.lottery.probabilities[own.number] ?? 0) })}</p>}
      {state.seated && <p>{t(state.seated.members.includes(own.number) ? 'own.seated' : 'own.notSeated')}</p>}
      {state.mayChange && (
        <form method="post" action={`/tirages/panels/${panel.id}/retrait`}>
          <Button kind="secondary">{t('own.leave')}</Button>
        </form>
      )}
    </Notice>
  )

const Infeasible = (props: PanelPageProps) => {
  const { t, panel, state, isAgent } = props
  const relaxed = state.infeasible?.relaxed ?? []
  return (
    <Section title={t('relax.title')}>
      <p>{relaxed.length === 0 ? t('relax.none') : t('relax.lead', { seats: state.infeasible?.changes ?? 0 })}</p>
      <ul>
        {relaxed.map(({ position, min, max }) => {
          const quota = panel.quotas.find(one => one.position === position)
          return (
            quota && (
              <li key={position}>
                {t('relax.line', {
                  category: quota.category,
                  feature: quota.feature,
                  from: between(t, quota),
                  to: between(t, { min, max }),
                })}
              </li>
            )
          )
        })}
      </ul>
      {isAgent && relaxed.length > 0 && <RelaxForm {...props} />}
    </Section>
  )
}

const Quotas = ({ t, panel, state }: PanelPageProps) => (
  <Section title={t('quota.title')}>
    <Table
      caption={t('quota.title')}
      hideCaption
      numeric={[2, 3, 4]}
      head={[t('quota.feature'), t('quota.asked'), t('quota.volunteers'), t('quota.seats'), t('quota.chance')]}
      rows={quotaTable(panel.quotas, state.volunteers, state.seated?.members ?? null, state.lottery?.probabilities ?? null).map(
        ({ quota, volunteers, seats, chance }) => [
          `${quota.category} : ${quota.feature}`,
          quota.first ? t('quota.loosened', { now: between(t, quota), before: between(t, quota.first) }) : between(t, quota),
          String(volunteers),
          seats === null ? '–' : String(seats),
          chance === null ? '–' : percent(chance),
        ],
      )}
    />
  </Section>
)

const between = (t: T, { min, max }: { min: number; max: number }) => t('quota.between', { min, max })
