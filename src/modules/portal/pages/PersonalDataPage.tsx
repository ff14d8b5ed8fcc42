import { Page, Section, Table } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Publisher } from '../settings.ts'

export interface Held {
  readonly title: string
  readonly rows: readonly (readonly [what: string, basis: string, kept: string])[]
}

export const PersonalDataPage = ({ t, register, publisher }: { t: T; register: readonly Held[]; publisher: Publisher }) => {
  const idle = register.filter(room => !holdsSomething(room))
  return (
    <Page title={t('personal.title')} lead={t('personal.lead')}>
      <p>{t('personal.noTracking')}</p>
      <Section title={t('personal.rights')}>
        <p>{t('personal.rightsText')}</p>
        {publisher.officer && (
          <p>
            <strong>{t('personal.officer')}</strong>
            <br />
            {publisher.officer}
          </p>
        )}
      </Section>
      <Section title={t('personal.erasure')}>
        <p>{t('personal.erasureText')}</p>
      </Section>
      <Section title={t('personal.register')}>
        {register.filter(holdsSomething).map(room => (
          <Table
            key={room.title}
            caption={room.title}
            head={[t('personal.what'), t('personal.basis'), t('personal.kept')]}
            rows={room.rows}
          />
        ))}
        {idle.length > 0 && <p>{t('personal.none', { rooms: idle.map(room => room.title).join(', ') })}</p>}
      </Section>
    </Page>
  )
}

const holdsSomething = (room: Held) => room.rows.length > 0
