import type { Steward } from '#engines/booking'
import { emptyForm, type Form } from '#kernel/forms'
import { Button, ErrorSummary, Field, Page, Section } from '#kernel/ui'
import { NewSteward } from '../forms.ts'
import type { T } from '../locales/index.ts'

interface Props {
  readonly t: T
  readonly team: readonly (Steward & { readonly name: string })[]
  readonly mayName: boolean
  readonly form?: Form<NewSteward>
}
/** Who runs the workshop, besides agents. */
export const TeamPage = ({ t, team, mayName, form = emptyForm(NewSteward) }: Props) => (
  <Page title={t('team.title')} lead={t('team.lead')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
    <ul>
      {team.map(one => (
        <li key={one.id}>
          <p>
            {one.name}, {one.title}
          </p>
          {mayName && (
            <form method="post" action={`/fablab/equipe/${one.id}/retrait`}>
              <Button kind="secondary" small label={t('team.endOne', { name: one.name })}>
                {t('team.end')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {mayName && (
      <Section title={t('team.name')} id="nommer">
        <form method="post" action="/fablab/equipe" noValidate>
          <ErrorSummary form={form} />
          <Field form={form} name="email" type="email" label={t('team.email')} />
          <Field form={form} name="title" label={t('team.role')} />
          <Button kind="secondary">{t('team.add')}</Button>
        </form>
      </Section>
    )}
  </Page>
)
