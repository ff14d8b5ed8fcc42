import type { Form } from '#kernel/forms'
import { Button, Disclosure, ErrorSummary, Field, Hidden, Notice, Page, Section, Select, Table, Time } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { RoleRow } from '../queries/roles.ts'
import { grantable, type Grantable } from '../rules.ts'
import { trail } from './homePage.tsx'

const collegeOf = (role: string) => (role === 'elected' ? 'elected' : role === 'agent' ? 'agents' : 'users')

export const RolesPage = ({
  t,
  roles,
  today,
  typed,
  found,
  refusal,
}: {
  t: T
  roles: readonly RoleRow[]
  today: string
  typed: string
  found: readonly { readonly id: string; readonly name: string; readonly email: string | null }[] | null
  refusal: string | null
}) => (
  <Page title={t('roles.title')} lead={t('roles.lead')} width="wide" breadcrumb={trail(t)}>
    {refusal && <Notice kind="warning" title={refusal} />}
    <Section title={t('roles.give')}>
      <form method="get" action="/administration/roles" role="search">
        <Field
          form={{ values: { nom: typed }, errors: { nom: undefined } }}
          name="nom"
          label={t('roles.find')}
          hint={t('roles.findHint')}
          width="medium"
          autocomplete="off"
        />
        <Button kind="secondary">{t('roles.search')}</Button>
      </form>
      {found &&
        (found.length === 0 ? (
          <p>{t('roles.nobody')}</p>
        ) : (
          <ul>
            {found.map(person => (
              <li key={person.id}>
                <a href={`/administration/roles/nouveau?personne=${person.id}`}>{person.name}</a>
                {person.email && ` (${person.email})`}
              </li>
            ))}
          </ul>
        ))}
    </Section>
    <Table
      caption={t('roles.title')}
      hideCaption
      head={[t('roles.person'), t('roles.role'), t('roles.college'), t('roles.since'), t('roles.until'), t('roles.by'), t('roles.end')]}
      rows={roles.map(row => [
        row.name,
        [nameOf(t, row.role), row.title, row.organisation, row.service].filter(Boolean).join(', '),
        t(`college.${collegeOf(row.role)}`),
        <Time at={row.since} />,
        row.until ? <Time at={row.until} /> : '',
        row.grantedBy ?? '',
        row.until !== null && row.until < today ? '' : <End t={t} row={row} today={today} />,
      ])}
    />
  </Page>
)

const End = ({ t, row, today }: { t: T; row: RoleRow; today: string }) => (
  <Disclosure summary={t('roles.endSubmit')}>
    <form method="post" action={`/administration/roles/${row.id}/fin`}>
      <Field
        form={{ values: { until: today }, errors: { until: undefined } }}
        prefix={`fin-${row.id}`}
        name="until"
        type="date"
        label={t('roles.endOn')}
      />
      <Button kind="secondary" small label={`${t('roles.endSubmit')} : ${row.name}`}>
        {t('roles.endSubmit')}
      </Button>
    </form>
  </Disclosure>
)

const nameOf = (t: T, role: string) => {
  const known = grantable.find(one => one === role)
  return known ? t(`role.${known}`) : role
}

export const NewRolePage = ({
  t,
  person,
  form,
}: {
  t: T
  person: { readonly id: string; readonly name: string }
  form: Form<{ person: string; role: Grantable; service: string; title: string; since: string; until?: string | undefined }>
}) => (
  <Page title={t('roles.give')} lead={person.name} breadcrumb={[...trail(t), { label: t('roles.title'), href: '/administration/roles' }]}>
    <ErrorSummary form={form} />
    <form method="post" action="/administration/roles" noValidate>
      <Hidden form={form} name="person" value={person.id} />
      <Select
        form={form}
        name="role"
        label={t('roles.role')}
        options={grantable.map(role => ({ value: role, label: t(`role.${role}`) }))}
      />
      <Field
        form={form}
        name="service"
        label={t('roles.service')}
        hint={t('roles.serviceHint')}
        width="medium"
        autocomplete="off"
        optional
      />
      <Field
        form={form}
        name="title"
        label={t('roles.titleField')}
        hint={t('roles.titleHint')}
        width="medium"
        autocomplete="off"
        optional
      />
      <Field form={form} name="since" type="date" label={t('roles.since')} />
      <Field form={form} name="until" type="date" label={t('roles.until')} optional />
      <Button>{t('roles.submit')}</Button>
    </form>
  </Page>
)
