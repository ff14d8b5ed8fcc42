import type { KnownDoor, KnownPasskey, OpenSession } from '#kernel/auth'
import type { Form } from '#kernel/forms'
import { locales } from '#kernel/i18n'
import { Actions, Button, Choice, DefinitionList, ErrorSummary, Field, Listing, Notice, Page, Section, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import { deviceName } from '../rules/deviceName.ts'
import { PostButton } from './postButton.tsx'

export interface AccountPageProps {
  readonly t: T
  readonly account: { readonly name: string; readonly email: string | null }
  readonly nameForm: Form<{ name: string }>
  readonly emailForm: Form<{ email: string }>
  readonly languageForm: Form<{ locale: 'fr' | 'en' }>
  readonly said: 'done' | 'emailSent' | null
  readonly verified: boolean
  readonly doors: readonly KnownDoor[]
  readonly linkable: readonly ('franceconnect' | 'proconnect')[]
  readonly sessions: readonly OpenSession[]
  readonly thisSession: string | null
  readonly passkeys: readonly KnownPasskey[]
  readonly roles: readonly {
    readonly id: string
    readonly role: string
    readonly service: string | null
    readonly title: string | null
    readonly organisation: string | null
    readonly since: string
    readonly until: string | null
  }[]
}

/** One's own account, whole, on one page. */
export const AccountPage = (props: AccountPageProps) => {
  const { t, said } = props
  return (
    <Page title={t('account.title')} kicker={t('account.kicker')}>
      {said && <Notice kind="success" title={t(`account.${said}`)} />}
      <ErrorSummary form={props.nameForm} />
      <ErrorSummary form={props.emailForm} />
      <Who {...props} />
      <Section title={t('account.residence')}>
        <p>{t(props.verified ? 'account.verified' : 'account.notVerified')}</p>
        <p>
          <a href="/compte/residence">{t('account.seeResidence')}</a>
        </p>
      </Section>
      <Sessions {...props} />
      <Passkeys {...props} />
      <Roles {...props} />
      <Section title={t('account.more')}>
        <Listing
          items={[
            { title: t('account.posts'), href: '/moderation/mes-publications', text: t('account.postsText') },
            { title: t('account.relatives'), href: '/compte/proches', text: t('account.relativesText') },
            { title: t('account.organisations'), href: '/compte/organisations', text: t('account.organisationsText') },
            { title: t('account.letters'), href: '/notifications', text: t('account.lettersText') },
            { title: t('account.data'), href: '/compte/donnees', text: t('account.dataText') },
          ]}
        />
      </Section>
      <PostButton action="/deconnexion" kind="secondary">
        {t('account.signOut')}
      </PostButton>
      <script type="module" src="/connexion/cle-acces.js" />
    </Page>
  )
}

const Who = ({ t, account, nameForm, emailForm, languageForm, doors, linkable }: AccountPageProps) => {
  const claimed = account.email ? undefined : doors.find(door => door.claimedEmail)?.claimedEmail
  return (
    <Section title={account.name}>
      <form method="post" action="/compte/nom" noValidate>
        <Field form={nameForm} name="name" label={t('account.name')} autocomplete="name" width="medium" />
        <Button kind="secondary">{t('account.rename')}</Button>
      </form>
      <DefinitionList
        items={[
          { term: t('account.email'), value: account.email ?? t('account.noEmail') },
          { term: t('account.doors'), value: [...new Set(doors.map(({ door }) => t(`account.door.${door}`)))].join(', ') },
        ]}
      />
      {claimed && <Notice title={t('account.claimed')}>{claimed}</Notice>}
      <form method="post" action="/compte/adresse" noValidate>
        <Field
          form={emailForm}
          name="email"
          type="email"
          label={t('account.newEmail')}
          hint={t('account.newEmailHint')}
          autocomplete="email"
        />
        <Button kind="secondary">{t('account.changeEmail')}</Button>
      </form>
      <form method="post" action="/compte/langue">
        <Choice
          form={languageForm}
          name="locale"
          label={t('account.language')}
          options={locales.map(locale => ({ value: locale, label: t(`account.language.${locale}`) }))}
        />
        <Button kind="secondary">{t('account.changeLanguage')}</Button>
      </form>
      {linkable.length > 0 && (
        <Actions>
          {linkable.map(door => (
            <Button key={door} kind="secondary" href={`/connexion/par/${door}?retour=/compte`}>
              {t('account.linkDoor', { door: t(`account.door.${door}`) })}
            </Button>
          ))}
        </Actions>
      )}
    </Section>
  )
}

const Sessions = ({ t, sessions, thisSession }: AccountPageProps) => (
  <Section title={t('account.sessions')}>
    <Table
      caption={t('account.sessions')}
      hideCaption
      head={[t('account.device'), t('account.since'), t('account.action')]}
      rows={sessions.map(session => [
        session.id === thisSession ? t('account.thisDevice') : (deviceName(session.browser) ?? t('account.unknownDevice')),
        <Time at={session.since} />,
        <PostButton action="/compte/sessions/fin" fields={{ id: session.id }} kind="secondary" small>
          {t('account.closeSession')}
        </PostButton>,
      ])}
    />
    {sessions.length > 1 && (
      <PostButton action="/compte/sessions/fin" fields={{ id: 'others' }} kind="secondary">
        {t('account.closeOthers')}
      </PostButton>
    )}
  </Section>
)

const Passkeys = ({ t, passkeys }: AccountPageProps) => (
  <Section title={t('account.passkeys')} lead={t('account.passkeysHint')}>
    {passkeys.length === 0 ? (
      <p>{t('account.noPasskey')}</p>
    ) : (
      <Table
        caption={t('account.passkeys')}
        hideCaption
        head={[t('account.device'), t('account.since'), t('account.action')]}
        rows={passkeys.map(key => [
          key.name ?? t('account.unknownDevice'),
          key.since ? <Time at={key.since} /> : '',
          <PostButton action="/compte/cles/fin" fields={{ id: key.id }} kind="secondary" small>
            {t('account.removePasskey')}
          </PostButton>,
        ])}
      />
    )}
    <passkey-door data-act="register" hidden>
      <button class="button button--secondary" type="button">
        {t('account.addPasskey')}
      </button>
      <p role="status" data-problem={t('problem.provider')} />
    </passkey-door>
  </Section>
)

const knownRoles = ['member', 'helper', 'agent', 'elected', 'officer', 'administrator'] as const

const Roles = ({ t, roles }: AccountPageProps) => (
  <Section title={t('account.roles')}>
    {roles.length === 0 ? (
      <p>{t('account.noRole')}</p>
    ) : (
      <Table
        caption={t('account.roles')}
        hideCaption
        head={[t('account.role'), t('account.since'), t('account.until')]}
        rows={roles.map(held => {
          const role = knownRoles.find(one => one === held.role)
          return [
            [role ? t(`role.${role}`) : held.role, held.title, held.organisation, held.service].filter(Boolean).join(', '),
            <Time at={held.since} />,
            held.until ? <Time at={held.until} /> : '',
          ]
        })}
      />
    )}
  </Section>
)
