import { emptyForm } from '#kernel/forms'
import { Actions, Button, type Crumb, Page, Section, Select } from '#kernel/ui'
import { GivenProxy } from '../forms.ts'
import type { T } from '../locales/index.ts'
import { liveQuorum } from '../liveQuorum.ts'
import type { Session } from '../queries/session.ts'
import { type Channel, channels, colleges } from '../rules/charter.ts'
import type { Mandate } from '../rules/sitting.ts'
import type { Viewer } from './viewer.ts'
import { QuorumTable } from './QuorumTable.tsx'
import { meetingUrl, nameIn } from './shared.tsx'

/** The sheet passed around: who is there, who carries whose voice, and whether they are enough. Made for a thumb. */
export const AttendancePage = ({ t, session, trail, viewer }: { t: T; session: Session; trail: readonly Crumb[]; viewer: Viewer }) => {
  const names = (seat: Mandate) => nameIn(t, session, seat.member)
  const absent = session.seats.filter(seat => !session.present.includes(seat.member))
  const underWay = session.meeting.state === 'convened' || session.meeting.state === 'opened'
  const givers = viewer.runs ? absent : absent.filter(seat => seat.member === viewer.personId)
  return (
    <Page title={t('attendance.title')} lead={session.meeting.title} breadcrumb={trail}>
      {underWay && <QuorumTable t={t} quorum={liveQuorum(session)} />}
      {viewer.runs && (
        <p>
          <Button kind="secondary" href={meetingUrl(session)}>
            {t('attendance.back')}
          </Button>
        </p>
      )}
      {colleges
        .filter(college => session.seats.some(seat => seat.college === college))
        .map(college => (
          <Section key={college} title={t(`college.${college}`)}>
            <ul>
              {session.seats
                .filter(seat => seat.college === college)
                .map(seat => (
                  <li key={seat.member}>
                    <p>
                      <strong>{names(seat)}</strong>
                      {seat.role !== 'member' && <> · {t(`role.${seat.role}`)}</>} · {presenceOf(t, session, seat.member)}
                    </p>
                    {underWay && (viewer.runs || viewer.personId === seat.member) && (
                      <Coming t={t} session={session} person={seat.member} name={names(seat)} />
                    )}
                  </li>
                ))}
            </ul>
          </Section>
        ))}
      <Section title={t('proxy.title')} lead={t('proxy.lead', { n: session.assembly.charter.proxies.perHolder })}>
        {session.proxies.length > 0 && (
          <ul>
            {session.proxies.map(proxy => (
              <li key={proxy.id}>
                <p>{t('proxy.one', { giver: nameIn(t, session, proxy.giver), holder: nameIn(t, session, proxy.holder) })}</p>
                {underWay && (viewer.runs || viewer.personId === proxy.giver) && (
                  <form method="post" action={meetingUrl(session, `/pouvoirs/${proxy.id}/retrait`)}>
                    <Button small kind="secondary" label={t('proxy.withdrawOne', { giver: nameIn(t, session, proxy.giver) })}>
                      {t('proxy.withdraw')}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        {underWay && session.assembly.charter.proxies.perHolder > 0 && givers.length > 0 && (
          <form method="post" action={meetingUrl(session, '/pouvoirs')}>
            <Select
              form={emptyForm(GivenProxy, givers.length === 1 ? { giver: givers[0]!.member } : {})}
              name="giver"
              label={t('proxy.giver')}
              options={givers.map(seat => ({ value: seat.member, label: names(seat) }))}
            />
            <Select
              form={emptyForm(GivenProxy)}
              name="holder"
              label={t('proxy.holder')}
              options={session.seats.map(seat => ({ value: seat.member, label: names(seat) }))}
            />
            <Button kind="secondary">{t('proxy.give')}</Button>
          </form>
        )}
      </Section>
    </Page>
  )
}

const Coming = ({ t, session, person, name }: { t: T; session: Session; person: string; name: string }) =>
  session.present.includes(person) ? (
    <form method="post" action={meetingUrl(session, '/depart')}>
      <input type="hidden" name="person" value={person} />
      <Button small kind="secondary" label={t('attendance.leaveOne', { name })}>
        {t('attendance.leave')}
      </Button>
    </form>
  ) : (
    <form method="post" action={meetingUrl(session, '/presence')}>
      <input type="hidden" name="person" value={person} />
      <Actions>
        {channels.map((channel: Channel) => (
          <Button
            key={channel}
            small
            kind={channel === 'room' ? 'primary' : 'secondary'}
            name="channel"
            value={channel}
            label={t('attendance.arriveOne', { name, channel: t(`channel.${channel}`) })}
          >
            {t(`channel.${channel}`)}
          </Button>
        ))}
      </Actions>
    </form>
  )

const presenceOf = (t: T, session: Session, person: string) => {
  if (session.present.includes(person)) return t('attendance.here')
  const proxy = session.proxies.find(one => one.giver === person)
  if (proxy) return t('attendance.carried', { name: nameIn(t, session, proxy.holder) })
  return t(session.registrations.some(one => one.person === person && one.answer === 'excused') ? 'attendance.excused' : 'attendance.away')
}
