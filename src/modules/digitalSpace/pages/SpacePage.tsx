import { type OpenSpan, type Resource, type Session, type Span, sayWhen } from '#engines/booking'
import { formatDate, formatNumber, formatTime, type Locale } from '#kernel/i18n'
import { addDays, dayInParis } from '#kernel/rules'
import { Actions, Address, Button, DefinitionList, Empty, FigureRow, Listing, Notice, Page, Section } from '#kernel/ui'
import { AboutService, type AboutServiceProps } from '#modules/catalogue'
import { equipmentOf, workshopDetails } from '../equipment.ts'
import type { T } from '../locales/index.ts'
import { sayCode } from '../national.ts'
import type { Space } from '../queries/space.ts'
import type { MonthPublished } from '../rules/published.ts'
import { home } from '../where.ts'
import { Hours } from './Hours.tsx'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly today: string
  readonly now: string
  readonly space: Space | null
  readonly closures: readonly (Span & { readonly id: string; readonly reason: string })[]
  /** When it is open in the seven days to come. */
  readonly open: readonly OpenSpan[]
  readonly presence: readonly { readonly thing: Resource; readonly spans: readonly OpenSpan[] }[]
  readonly seats: readonly Resource[]
  readonly loans: readonly Resource[]
  readonly workshops: readonly Session[]
  /** The last month that is over. */
  readonly month: MonthPublished | null
  readonly isStaff: boolean
  readonly isKnown: boolean
  readonly about: AboutServiceProps | null
}

/** The space as anybody finds it: when it is open, who is there, what one can do there, what is lent, what is done there. */
export const SpacePage = (props: Props) => {
  const { t, locale, space, seats, loans, workshops, month, isStaff, isKnown, about } = props
  return (
    <Page
      title={space?.fields.nom || t('space.title')}
      lead={space?.fields.presentation_resume || t('space.lead')}
      aside={<Aside {...props} />}
    >
      <Today {...props} />
      <Actions>
        {props.presence.length > 0 && <Button href="#rendez-vous">{t('space.meet')}</Button>}
        {seats.length > 0 && (
          <Button kind="secondary" href="#places">
            {t('space.seat')}
          </Button>
        )}
        {isKnown && (
          <Button kind="secondary" href={`${home}/moi`}>
            {t('space.mine')}
          </Button>
        )}
        {isStaff && (
          <Button kind="secondary" href={`${home}/accueil`}>
            {t('space.desk')}
          </Button>
        )}
      </Actions>
      {space === null && (
        <Empty title={t('space.none')} action={isStaff ? { label: t('space.setUp'), href: `${home}/reglages` } : undefined} />
      )}

      <Section title={t('space.hours')} id="horaires">
        <Hours {...props} label={t('space.week')} />
        {props.closures.map(({ id, reason, ...span }) => (
          <Notice key={id} kind="warning" title={t('space.closed')}>
            {`${sayClosure(t, span, locale)} : ${reason}`}
          </Notice>
        ))}
      </Section>

      {props.presence.length > 0 && (
        <Section title={t('space.people')} id="rendez-vous" lead={t('space.peopleLead')}>
          <Listing
            items={props.presence.map(({ thing, spans }) => ({
              title: t('space.meetWith', { name: thing.name }),
              href: thing.path,
              text: thing.description || undefined,
              note: nextPresence(t, spans, locale),
            }))}
          />
        </Section>
      )}

      <Section title={t('space.workshops')} id="ateliers" lead={t('space.workshopsLead')}>
        {workshops.length === 0 ? (
          <p>{t('space.noWorkshop')}</p>
        ) : (
          <Listing
            items={workshops.map(workshop => ({
              title: workshop.name,
              href: workshop.path,
              text: workshop.description || undefined,
              note: [
                sayCode('level', workshopDetails(workshop.details).level, locale),
                sayWhen(workshop, locale),
                t('workshop.left', { n: workshop.capacity - workshop.placesTaken }),
              ].join(' · '),
            }))}
          />
        )}
      </Section>

      {seats.length > 0 && (
        <Section title={t('space.seats')} id="places" lead={t('space.seatsLead')}>
          <Listing
            items={seats.map(({ name, path, description, details }) => ({
              title: name,
              href: path,
              text: description || undefined,
              note: equipmentOf(details)
                .map(one => t(`equipment.${one}`))
                .join(', '),
            }))}
          />
        </Section>
      )}

      {loans.length > 0 && (
        <Section title={t('space.loans')} id="prets" lead={t('space.loansLead')}>
          <Listing items={loans.map(({ name, path, description }) => ({ title: name, href: path, text: description || undefined }))} />
        </Section>
      )}

      <Section title={t('space.mandates')} id="mandats" lead={t('space.mandatesLead')}>
        <Actions>
          <Button kind="secondary" href={`${home}/mandats/nouveau`}>
            {t('space.giveMandate')}
          </Button>
        </Actions>
      </Section>

      <Section title={t('space.figures')} id="chiffres" lead={t('space.figuresLead')}>
        {month === null || month.records === null ? (
          <p>{t('space.noFigures')}</p>
        ) : (
          <FigureRow
            figures={[
              { value: formatNumber(month.records, locale), label: t('space.records', { month: sayMonth(month.month, locale) }) },
              { value: formatNumber(month.people ?? 0, locale), label: t('space.served') },
              { value: formatNumber(month.hours ?? 0, locale), label: t('space.hoursGiven') },
            ]}
          />
        )}
        <p>
          <a href={`${home}/activite`}>{t('space.allFigures')}</a>
        </p>
      </Section>

      {about && <AboutService {...about} related={about.related.filter(({ links }) => links.every(({ url }) => url !== home))} />}
    </Page>
  )
}

/** « novembre 2026 ». */
export const sayMonth = (month: string, locale: Locale): string => formatDate(`${month}-01`, locale).split(' ').slice(-2).join(' ')

const Today = ({ t, locale, today, now, open }: Props) => {
  const left = open.filter(one => dayInParis(one.startsAt) === today && one.endsAt > now)
  const isOpen = left.some(one => one.startsAt <= now)
  const hours = left.map(one => t('hours.span', { from: formatTime(one.startsAt, locale), to: formatTime(one.endsAt, locale) })).join(', ')
  const next = left.length === 0 ? open.find(one => one.startsAt > now) : undefined
  return (
    <p>
      <strong>{left.length === 0 ? t('space.closedToday') : t(isOpen ? 'space.openNow' : 'space.openToday', { hours })}</strong>
      {next && ` ${t('space.next', { when: sayWhen(next, locale) })}`}
    </p>
  )
}

const nextPresence = (t: T, spans: readonly OpenSpan[], locale: Locale) =>
  spans[0]
    ? t('space.there', {
        when: spans
          .slice(0, 3)
          .map(span => sayWhen(span, locale))
          .join(' ; '),
      })
    : t('space.notThisWeek')

const sayClosure = (t: T, { startsAt, endsAt }: Span, locale: Locale) => {
  const [first, last] = [dayInParis(startsAt), addDays(dayInParis(endsAt), -1)]
  return first >= last ? formatDate(first, locale) : t('space.fromTo', { first: formatDate(first, locale), last: formatDate(last, locale) })
}

/** « +33199009165 » as it is dialled here: « 01 99 00 91 65 ». */
const sayPhone = (phone: string) => (/^\+33\d{9}$/.test(phone) ? `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone)

const Aside = ({ t, space }: Props) => {
  if (!space?.fields.adresse) return null
  const { fields } = space
  return (
    <>
      <h2>{t('space.where')}</h2>
      <Address
        name={fields.nom}
        lines={[fields.adresse ?? '', fields.complement_adresse ?? '', `${fields.code_postal ?? ''} ${fields.commune ?? ''}`].filter(
          line => line.trim() !== '',
        )}
        phone={fields.telephone ? sayPhone(fields.telephone) : undefined}
        email={fields.courriels?.split('|')[0] || undefined}
      />
      <DefinitionList
        items={[
          { term: t('space.price'), value: fields.frais_a_charge?.replaceAll('|', ', ') },
          { term: t('space.care'), value: fields.prise_en_charge_specifique?.replaceAll('|', ', ') },
        ]}
      />
      <p>
        <a href={`${home}/lieu.csv`}>{t('space.national')}</a>
      </p>
    </>
  )
}
