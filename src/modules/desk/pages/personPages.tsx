import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, Checkbox, Choice, DefinitionList, ErrorSummary, Field, Hidden, Notice, Page, Section, TextArea } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { KnownPerson } from '../queries/people.ts'
import { mayBeGivenAccount } from '../rules.ts'
import { type Channel, channels } from '../schema.ts'
import { Found } from './deskPage.tsx'
import { type Guardian, Guardians } from './guardianPages.tsx'

const trail = (t: T) => [{ label: t('desk.title'), href: '/guichet' }]

export const NewPersonPage = ({
  t,
  form,
  alike,
  kept,
}: {
  t: T
  form: Form<{ name: string; postalAddress: string; birthDate?: string | undefined; someoneElse: boolean; code: string }>
  alike: readonly KnownPerson[]
  kept: string | null
}) => (
  <Page title={t('new.title')} lead={t('new.lead')} breadcrumb={trail(t)}>
    <ErrorSummary form={form} />
    {alike.length > 0 && (
      <Section title={t('new.alike')} lead={t('new.alikeText')}>
        <Found t={t} found={alike} kept={kept} />
      </Section>
    )}
    <form method="post" action="/guichet/personnes/nouvelle" noValidate>
      <Field form={form} name="name" label={t('new.name')} width="medium" autocomplete="off" />
      <TextArea form={form} name="postalAddress" label={t('new.address')} rows={3} />
      <Field form={form} name="birthDate" type="date" label={t('new.birthDate')} hint={t('new.birthDateHint')} optional />
      {alike.length > 0 && <Checkbox form={form} name="someoneElse" label={t('new.someoneElse')} />}
      <Hidden form={form} name="code" value={kept ?? ''} />
      <Button>{t('new.submit')}</Button>
    </form>
  </Page>
)

export interface DeskPersonProps {
  readonly t: T
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly postalAddress: string | null
    readonly verified: boolean
    readonly hasAccount: boolean
    readonly holdsOffice: boolean
    readonly gone: boolean
  }
  readonly entry: Form<{ channel: Channel; code: string }>
  readonly emailForm: Form<{ email: string }>
  readonly agent: boolean
  readonly letterAsked: boolean
  readonly locale: Locale
  readonly guardians: readonly Guardian[]
}

export const DeskPersonPage = ({ t, locale, person, entry, emailForm, agent, letterAsked, guardians }: DeskPersonProps) => (
  <Page title={person.name} breadcrumb={trail(t)}>
    <ErrorSummary form={entry} />
    <ErrorSummary form={emailForm} />
    {person.gone && <Notice kind="warning" title={t('person.gone')} />}
    <DefinitionList
      items={[
        { term: t('desk.address'), value: person.postalAddress },
        { term: t('desk.account'), value: t(person.hasAccount ? 'desk.hasAccount' : 'desk.noAccount') },
        { term: t('person.residence'), value: t(person.verified ? 'person.residenceVerified' : 'person.residenceNotVerified') },
      ]}
    />
    {!person.gone && (
      <Section title={t('person.start')}>
        <form method="post" action={`/guichet/personnes/${person.id}/saisie`} noValidate>
          <Choice
            form={entry}
            name="channel"
            label={t('person.channel')}
            options={channels.map(channel => ({ value: channel, label: t(`person.channel.${channel}`) }))}
          />
          <Field form={entry} name="code" label={t('desk.code')} hint={t('desk.codeHint')} width="short" autocomplete="off" optional />
          <Button>{t('person.begin', { name: person.name })}</Button>
        </form>
      </Section>
    )}
    {agent && !person.gone && <Guardians t={t} locale={locale} person={person} guardians={guardians} />}
    {agent && !person.gone && <ForAgents t={t} person={person} emailForm={emailForm} letterAsked={letterAsked} />}
  </Page>
)

const ForAgents = ({ t, person, emailForm, letterAsked }: Pick<DeskPersonProps, 't' | 'person' | 'emailForm' | 'letterAsked'>) => (
  <>
    {!person.verified && (
      <Section title={t('person.notVerified')} lead={t('person.documentHint')}>
        <form method="post" action={`/guichet/personnes/${person.id}/justificatif`}>
          <Button kind="secondary">{t('person.documentSeen')}</Button>
        </form>
      </Section>
    )}
    {mayBeGivenAccount(person) && (
      <Section title={t('person.give')} lead={t('person.giveText')}>
        {letterAsked ? (
          <Notice title={t('person.letterAsked')} />
        ) : person.postalAddress ? (
          <form method="post" action={`/guichet/personnes/${person.id}/lettre`}>
            <Button kind="secondary">{t('person.letter')}</Button>
          </form>
        ) : (
          <p>{t('person.noAddress')}</p>
        )}
        <form method="post" action={`/guichet/personnes/${person.id}/adresse`} noValidate>
          <Field form={emailForm} name="email" type="email" label={t('person.email')} hint={t('person.emailHint')} autocomplete="off" />
          <Button kind="secondary">{t('person.emailSave')}</Button>
        </form>
      </Section>
    )}
    <p>
      <a href={`/guichet/personnes/${person.id}/reunion`}>{t('person.merge')}</a>
    </p>
  </>
)
