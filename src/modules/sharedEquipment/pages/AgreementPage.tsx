import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatNumber } from '#kernel/i18n'
import { Button, DefinitionList, Disclosure, ErrorSummary, Expected, Field, Listing, Notice, Page, Section, Table } from '#kernel/ui'
import { DeliberationForm, DepartureForm } from '../forms.ts'
import type { Agreement, Convention, Departure } from '../queries/conventions.ts'
import type { Item } from '../queries/items.ts'
import { isSigned, type Key } from '../rules/terms.ts'
import { agreementPath, itemPath, yearPath } from '../where.ts'
import { crumbs, nameOf, type Names, type Said } from './parts.tsx'

export interface AgreementProps extends Said {
  readonly agreement: Agreement
  /** The version shown. */
  readonly version: Convention
  readonly names: Names
  readonly items: readonly Item[]
  readonly departures: readonly Departure[]
  readonly years: readonly number[]
  readonly body: number
  readonly bodyName: string
  readonly runs: boolean
  readonly awaits: boolean
  readonly earliestLeave: string | null
  readonly deliberation?: Form<DeliberationForm>
  readonly departure?: Form<DepartureForm>
}

/** One version of an agreement, as it is signed: printable. */
export const AgreementPage = (props: AgreementProps) => {
  const { t, locale, agreement, version, names } = props
  const { terms } = version
  const applies = agreement.inForce?.id === version.id
  return (
    <Page
      title={version.title}
      kicker={t('agreement.kicker')}
      lead={`${t('agreement.version', { n: version.number })}. ${t('agreement.inForce', { from: formatDate(version.startsOn, locale), to: formatDate(version.endsOn, locale) })}`}
      breadcrumb={crumbs(t, { label: t('agreements.title'), href: '/materiel-partage/conventions' })}
      expected={
        props.awaits && <Expected action={{ label: t('agreement.recordSend'), href: '#deliberer' }}>{t('agreement.recordText')}</Expected>
      }
    >
      {!isSigned(version) && <Notice kind="warning" title={t('agreement.notSigned')} />}
      {isSigned(version) && !applies && <Notice title={t('agreement.replaced')} />}
      {props.departures.map(one => (
        <Notice
          key={one.body}
          title={t('agreement.leaving1', { commune: nameOf(names, one.body), day: formatDate(one.leavesOn, locale), number: one.number })}
        >
          {one.reason}
        </Notice>
      ))}
      <Section title={t('agreement.members')} id="membres">
        <Members {...props} />
      </Section>
      <Section title={t('agreement.terms')} id="termes">
        <DefinitionList
          items={[
            {
              term: t('agreement.duration'),
              value: t('agreement.durationOf', { from: formatDate(version.startsOn, locale), to: formatDate(version.endsOn, locale) }),
            },
            { term: t('agreement.key'), value: sayKey(terms.key, t) },
            ...Object.entries(terms.itemKeys).map(([id, key]) => ({
              term: t('agreement.keyOf', { name: props.items.find(one => one.id === id)?.name ?? id }),
              value: sayKey(key, t),
            })),
            { term: t('agreement.lead'), value: nameOf(names, terms.lead) },
            { term: t('agreement.instalments'), value: t('agreement.instalmentsOf', { n: terms.instalments }) },
            { term: t('agreement.contestDays'), value: t('agreement.contestDaysOf', { n: terms.contestDays }) },
            { term: t('agreement.keeping'), value: terms.keeping },
            { term: t('agreement.insurance'), value: terms.insurance },
            { term: t('agreement.notice'), value: t('agreement.noticeOf', { n: terms.noticeMonths }) },
            { term: t('agreement.leaving'), value: terms.leaving },
            { term: t('agreement.settledBy'), value: terms.settledBy },
            { term: t('agreement.because'), value: version.because },
          ]}
        />
      </Section>
      {props.items.length > 0 && (
        <Section title={t('agreement.items')} id="objets">
          <ul>
            {props.items.map(one => (
              <li key={one.id}>
                <a href={itemPath(one.id)}>{one.name}</a> ({nameOf(names, one.body)}, n° {one.id})
              </li>
            ))}
          </ul>
        </Section>
      )}
      {props.years.length > 0 && (
        <Section title={t('agreement.years')} id="comptes">
          <Listing
            items={props.years.map(year => ({ title: t('agreement.year', { year: String(year) }), href: yearPath(agreement.id, year) }))}
          />
        </Section>
      )}
      <Section title={t('agreement.versions')} id="versions">
        <ul>
          {agreement.versions.map(one => (
            <li key={one.id}>
              <a href={`${agreementPath(agreement.id)}/versions/${one.number}`}>
                {t('agreement.version', { n: one.number })}, {formatDate(one.startsOn, locale)}
              </a>{' '}
              {isSigned(one)
                ? agreement.inForce?.id === one.id
                  ? `(${t('agreements.inForce', { n: one.number })})`
                  : ''
                : `(${t('agreements.waiting')})`}
            </li>
          ))}
        </ul>
        {props.runs && (
          <p>
            <Button kind="secondary" href={`${agreementPath(agreement.id)}/versions/nouvelle`}>
              {t('agreement.newVersion')}
            </Button>
          </p>
        )}
      </Section>
      <div class="only-screen">
        {props.awaits && <Deliberate {...props} />}
        {props.runs && props.earliestLeave !== null && <Leave {...props} earliest={props.earliestLeave} />}
      </div>
      <div class="only-print">
        <h2>{t('agreement.signedBy')}</h2>
        {terms.members.map(one => (
          <p key={one.body}>{one.name} : ______________________________</p>
        ))}
      </div>
    </Page>
  )
}

const sayKey = (key: Key, t: Said['t']): string =>
  (['use', 'population', 'equal'] as const)
    .filter(part => key[part] > 0)
    .map(part => t(`key.${part}`, { n: key[part] / 10 }))
    .join(', ')

const Members = ({ t, locale, version }: AgreementProps) => (
  <Table
    caption={t('agreement.members')}
    hideCaption
    head={[t('agreement.member'), t('agreement.population'), t('agreement.deliberation')]}
    rows={version.terms.members.map(one => {
      const said = version.deliberations.find(({ body }) => body === one.body)
      return [
        one.name,
        t('agreement.populationOf', {
          n: formatNumber(one.population, locale),
          source: one.populationSource,
          day: formatDate(one.populationOn, locale),
        }),
        said
          ? t('agreement.deliberationOf', { number: said.number, day: formatDate(said.heldOn, locale) })
          : t('agreement.deliberationNone'),
      ]
    })}
  />
)

const Deliberate = ({ t, agreement, version, bodyName, deliberation = emptyForm(DeliberationForm) }: AgreementProps) => (
  <Section title={t('agreement.record', { commune: bodyName })} id="deliberer" lead={t('agreement.recordText')}>
    <form method="post" action={`${agreementPath(agreement.id)}/versions/${version.number}/deliberation`} noValidate>
      <ErrorSummary form={deliberation} prefix="deliberation" />
      <Field form={deliberation} name="number" label={t('agreement.number')} width="medium" prefix="deliberation" />
      <Field form={deliberation} name="heldOn" type="date" label={t('agreement.heldOn')} prefix="deliberation" />
      <Button>{t('agreement.recordSend')}</Button>
    </form>
  </Section>
)

const Leave = ({ t, locale, agreement, earliest, departure }: AgreementProps & { readonly earliest: string }) => {
  const form = departure ?? emptyForm(DepartureForm, { leavesOn: earliest })
  return (
    <Disclosure summary={t('agreement.leave')} open={Object.keys(form.errors).length > 0}>
      <p>{t('agreement.leaveText', { day: formatDate(earliest, locale) })}</p>
      <form method="post" action={`${agreementPath(agreement.id)}/depart`} noValidate>
        <ErrorSummary form={form} prefix="depart" />
        <Field form={form} name="leavesOn" type="date" label={t('agreement.leavesOn')} prefix="depart" />
        <Field form={form} name="number" label={t('agreement.number')} width="medium" prefix="depart" />
        <Field form={form} name="reason" label={t('agreement.leaveReason')} optional prefix="depart" />
        <Button kind="danger">{t('agreement.leaveSend')}</Button>
      </form>
    </Disclosure>
  )
}
