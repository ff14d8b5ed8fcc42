import type { Form } from '#kernel/forms'
import { Actions, Button, ErrorSummary, Field, Listing, Notice, Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { KnownPerson } from '../queries/people.ts'

export const DeskPage = ({
  t,
  typed,
  found,
  form,
  kept,
  agent,
}: {
  t: T
  typed: string
  found: readonly KnownPerson[] | null
  form: Form<{ code: string }>
  kept: string | null
  agent: boolean
}) => (
  <Page title={t('desk.title')} lead={t('desk.lead')} width="wide">
    <ErrorSummary form={form} />
    {kept && <Notice title={t('desk.codeKept', { code: kept })} />}
    <Section title={t('desk.find')}>
      <form method="get" action="/guichet" role="search">
        <Field
          form={{ values: { nom: typed }, errors: { nom: undefined } }}
          name="nom"
          label={t('desk.name')}
          hint={t('desk.nameHint')}
          width="medium"
          autocomplete="off"
        />
        {kept && <input type="hidden" name="code" value={kept} />}
        <Actions>
          <Button>{t('desk.search')}</Button>
          <Button
            kind="secondary"
            href={`/guichet/personnes/nouvelle?${new URLSearchParams({ nom: typed, ...(kept ? { code: kept } : {}) })}`}
          >
            {t('desk.new')}
          </Button>
        </Actions>
      </form>
      {found && <Found t={t} found={found} kept={kept} />}
    </Section>
    <Section title={t('desk.code')}>
      <form method="post" action="/guichet/formulaire" noValidate>
        <Field form={form} name="code" label={t('desk.code')} hint={t('desk.codeHint')} width="short" autocomplete="off" />
        <Button kind="secondary">{t('desk.openForm')}</Button>
      </form>
    </Section>
    <Listing
      items={[{ title: t('desk.today'), href: '/guichet/saisies' }, ...(agent ? [{ title: t('desk.letters'), href: '/courriers' }] : [])]}
      level={2}
    />
  </Page>
)

export const Found = ({ t, found, kept }: { t: T; found: readonly KnownPerson[]; kept: string | null }) =>
  found.length === 0 ? (
    <p>{t('desk.nobody')}</p>
  ) : (
    <Table
      caption={t('desk.found')}
      head={[t('desk.name'), t('desk.address'), t('desk.account')]}
      rows={found.map(person => [
        <a href={`/guichet/personnes/${person.id}${kept ? `?code=${encodeURIComponent(kept)}` : ''}`}>{person.name}</a>,
        person.postalAddress ?? '',
        t(person.hasAccount ? 'desk.hasAccount' : 'desk.noAccount'),
      ])}
    />
  )

/** While an entry is open, the desk shows it, and how to end it. */
export const KeyingPage = ({ t, name, form }: { t: T; name: string; form: Form<{ code: string }> }) => (
  <Page title={t('desk.keying', { name })} lead={t('desk.keyingText')}>
    <ErrorSummary form={form} />
    <form method="post" action="/guichet/formulaire" noValidate>
      <Field form={form} name="code" label={t('desk.code')} hint={t('desk.codeHint')} width="short" autocomplete="off" />
      <Button>{t('desk.openForm')}</Button>
    </form>
    <Actions>
      <Button kind="secondary" href="/">
        {t('desk.home')}
      </Button>
      <form method="post" action="/guichet/fin">
        <Button kind="secondary">{t('desk.end')}</Button>
      </form>
    </Actions>
  </Page>
)
