import type { CalendarHolder, HolderAccount, OpenSpan, Session } from '#engines/booking'
import { sayLength, sayWhen } from '#engines/booking'
import { formatMoney, formatPercent, type Locale } from '#kernel/i18n'
import { Actions, Button, Empty, Listing, Page, Section, Table } from '#kernel/ui'
import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import type { T } from '../locales/index.ts'
import type { Machine } from '../queries/machines.ts'
import type { Project } from '../queries/workshop.ts'
import { CafeFigures } from './CafePage.tsx'

export interface FablabProps {
  readonly t: T
  readonly locale: Locale
  readonly machines: readonly (Machine & {
    readonly blocked: string | null
    readonly nextFree: { readonly startsAt: string; readonly endsAt: string } | null
  })[]
  readonly trainings: readonly Session[]
  readonly projects: readonly Project[]
  readonly outcomes: readonly { readonly category: number; readonly status: string | null; readonly grams: number | null }[]
  readonly holders: readonly CalendarHolder[]
  readonly accounts: readonly HolderAccount[]
  readonly openings: readonly OpenSpan[]
  readonly about: AboutServiceProps | null
  /** Its opening hours. */
  readonly calendar: string | null
  readonly runs: boolean
}

/** The workshop: machines, trainings, repair café, projects, who opens when, and how all of it is decided. */
export const FablabPage = (props: FablabProps) => {
  const { t, locale, machines, trainings, projects, outcomes, about, runs } = props
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('machines.title')} id="machines">
        {machines.length === 0 ? (
          <Empty title={t('machines.none')}>{t('machines.noneText')}</Empty>
        ) : (
          <Listing
            items={machines.map(one => ({
              href: one.path,
              title: one.name,
              text: one.description,
              note: one.blocked
                ? t('machine.blocked', { reason: one.blocked })
                : one.nextFree
                  ? t('machine.nextFree', { when: sayWhen(one.nextFree, locale) })
                  : t(`machine.risk${riskOf(one.risk)}`),
            }))}
          />
        )}
        <p>
          <a href="/fablab/reglement">{t('rules.title')}</a>
        </p>
      </Section>
      <Section title={t('training.title')} id="formations" lead={t('training.lead')}>
        {trainings.length === 0 ? (
          <p>{t('training.none')}.</p>
        ) : (
          <Listing
            items={trainings.map(one => ({
              href: one.path,
              title: one.name,
              text: sayWhen(one, locale),
              note: t('training.places', { left: one.capacity - one.placesTaken }),
            }))}
          />
        )}
        <p>
          <a href="/fablab/formations">{t('training.title')}</a>
        </p>
      </Section>
      <Section title={t('cafe.title')} id="repair-cafe" lead={t('cafe.lead')}>
        <CafeFigures t={t} locale={locale} outcomes={outcomes} />
        <p>
          <a href="/fablab/repair-cafe">{t('cafe.title')}</a>
        </p>
      </Section>
      <Section title={t('project.title')} id="projets" lead={t('project.lead')}>
        {projects.length > 0 && (
          <Listing
            items={projects.map(one => ({
              href: `/fablab/projets/${one.id}`,
              title: one.title,
              text: one.text.slice(0, 160).toWellFormed(),
            }))}
          />
        )}
        <Actions>
          <Button kind="secondary" href="/fablab/projets">
            {t('project.title')}
          </Button>
        </Actions>
      </Section>
      <Shares {...props} />
      {runs && (
        <Actions>
          <Button kind="secondary" href="/reservations/accueil">
            {t('training.register')}
          </Button>
          {props.calendar !== null && (
            <Button kind="secondary" href={`/reservations/calendriers/${props.calendar}`}>
              {t('hours.title')}
            </Button>
          )}
          <Button kind="secondary" href="/fablab/reglages">
            {t('set.title')}
          </Button>
          <Button kind="secondary" href="/fablab/equipe">
            {t('team.title')}
          </Button>
        </Actions>
      )}
      {about && <AboutService {...about} />}
    </Page>
  )
}

export const riskOf = (risk: number): 1 | 2 | 3 => (risk === 1 ? 1 : risk === 2 ? 2 : 3)

const Shares = ({ t, locale, holders, accounts, openings }: FablabProps) =>
  holders.length === 0 ? null : (
    <Section title={t('share.title')} id="cogestion" lead={t('share.lead')}>
      <Table
        caption={t('share.title')}
        hideCaption
        head={[t('share.holder'), t('share.agreed'), t('share.opened'), t('share.hours'), t('share.budget'), t('share.basis')]}
        rows={accounts.map(one => {
          const holder = holders.find(each => each.id === one.id)
          return [
            one.name,
            formatPercent(one.permille / 1000, locale),
            formatPercent(one.openedPermille / 1000, locale),
            sayLength(one.minutes, locale),
            holder && holder.budgetCents > 0 ? formatMoney(holder.budgetCents, locale) : '–',
            holder?.basis ?? '',
          ]
        })}
        numeric={[1, 2, 3, 4]}
      />
      <h3>{t('share.next')}</h3>
      <ul>
        {openings.slice(0, 6).map(one => (
          <li key={`${one.startsAt} ${one.holder}`}>
            {sayWhen(one, locale)} : {holders.find(each => each.id === one.holder)?.name ?? t('share.nobody')}
          </li>
        ))}
      </ul>
    </Section>
  )
