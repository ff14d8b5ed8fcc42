import { type Session, SessionPanel, type SessionPanelProps } from '#engines/booking'
import type { Form } from '#kernel/forms'
import type { Locale } from '#kernel/i18n'
import { Button, DefinitionList, Disclosure, EditList, ErrorSummary, Page, Section, Tag, TextArea } from '#kernel/ui'
import { aboutLevel, workshopDetails } from '../equipment.ts'
import type { Cancellation } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { sayCode } from '../national.ts'
import { home, workshopPath } from '../where.ts'

interface Props {
  readonly t: T
  readonly locale: Locale
  readonly workshop: Session
  readonly panel: SessionPanelProps
  /** Only for those who run the space. */
  readonly staff: {
    readonly people: readonly { readonly id: string; readonly state: string; readonly name: string | null }[]
    readonly form: Form<Cancellation>
  } | null
}

export const WorkshopPage = ({ t, locale, workshop, panel, staff }: Props) => {
  const { level, needs } = workshopDetails(workshop.details)
  return (
    <Page
      title={workshop.name}
      kicker={t('workshop.kicker', { level: sayCode('level', level, locale).toLowerCase() })}
      lead={workshop.description || undefined}
      breadcrumb={[{ label: t('space.title'), href: home }]}
    >
      <DefinitionList
        items={[
          { term: t('workshop.level'), value: t(aboutLevel(level)) },
          { term: t('workshop.needs'), value: needs },
        ]}
      />
      <SessionPanel {...panel} />
      {staff && (
        <Section title={t('workshop.people', { n: staff.people.length })} id="presences">
          {staff.people.length === 0 ? (
            <p>{t('workshop.nobody')}</p>
          ) : (
            <EditList
              items={staff.people.map(({ id, state, name }) => ({
                id: `inscription-${id}`,
                content: (
                  <p>
                    {name ?? t('desk.someone')}{' '}
                    {state !== 'confirmed' && <Tag>{t(state === 'present' ? 'appointment.came' : 'appointment.missed')}</Tag>}
                  </p>
                ),
                gestures: (
                  <form method="post" action={`${workshopPath(workshop.id)}/presences`}>
                    <input type="hidden" name="booking" value={id} />
                    <Button small kind="secondary" name="presence" value="came" label={t('appointment.cameOf', { name: name ?? '' })}>
                      {t('appointment.came')}
                    </Button>
                    <Button small kind="secondary" name="presence" value="missed" label={t('appointment.missedOf', { name: name ?? '' })}>
                      {t('appointment.missed')}
                    </Button>
                  </form>
                ),
              }))}
            />
          )}
          {workshop.cancelledAt === null && (
            <Disclosure summary={t('workshop.cancel')} open={Object.values(staff.form.errors).some(Boolean)}>
              <ErrorSummary form={staff.form} />
              <form method="post" action={`${workshopPath(workshop.id)}/annulation`} noValidate>
                <TextArea form={staff.form} name="reason" label={t('workshop.reason')} hint={t('workshop.reasonHint')} rows={2} />
                <Button kind="danger">{t('workshop.cancelSubmit')}</Button>
              </form>
            </Disclosure>
          )}
        </Section>
      )}
    </Page>
  )
}
