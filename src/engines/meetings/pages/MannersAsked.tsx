import { emptyForm } from '#kernel/forms'
import { Actions, Button, Disclosure, Select } from '#kernel/ui'
import { AskedManner } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Item } from '../queries/agenda.ts'
import type { Session } from '../queries/session.ts'
import { mannersDue } from '../rules/canVoteBy.ts'
import { neededOf } from '../rules/share.ts'
import { meetingUrl, nameIn } from './shared.tsx'
import type { Viewer } from './viewer.ts'

/** Who asks that an item be voted in secret, or voice by voice: each member present for themselves, or keyed by whoever runs the session. */
export const MannersAsked = ({ t, session, item, viewer }: { t: T; session: Session; item: Item; viewer: Viewer }) => {
  const rule = session.assembly.charter.vote.asking
  if (!rule || session.meeting.state !== 'opened') return null
  const asked = item.mannersAsked.filter(one => session.present.includes(one.person))
  const count = (manner: 'named' | 'secret') => asked.filter(one => one.manner === manner).length
  const mine = asked.find(one => one.person === viewer.personId)?.manner
  const action = meetingUrl(session, `/ordre-du-jour/${item.id}/scrutin`)
  const due = mannersDue({
    rule,
    present: session.present.length,
    secretAsked: count('secret'),
    namedAsked: count('named'),
    nomination: false,
    unanimous: false,
  })
  const isHere = viewer.personId !== null && session.present.includes(viewer.personId)
  return (
    <>
      {asked.length > 0 && (
        <p class="soft">
          {t('asked.count', {
            secret: count('secret'),
            secretNeeded: neededOf(rule.secret, session.present.length),
            named: count('named'),
            namedNeeded: neededOf(rule.named, session.present.length),
          })}{' '}
          {due.secret ? t('asked.secretDue') : due.named ? t('asked.namedDue') : ''}
        </p>
      )}
      {!viewer.runs && isHere && (
        <form method="post" action={action}>
          <input type="hidden" name="person" value={viewer.personId ?? ''} />
          <Actions>
            {(['named', 'secret'] as const)
              .filter(manner => manner !== mine)
              .map(manner => (
                <Button
                  key={manner}
                  small
                  kind="secondary"
                  name="manner"
                  value={manner}
                  label={t(`asked.ask.${manner}One`, { title: item.title })}
                >
                  {t(`asked.ask.${manner}`)}
                </Button>
              ))}
            {mine && (
              <Button small kind="secondary" name="manner" value="none" label={t('asked.ask.noneOne', { title: item.title })}>
                {t('asked.ask.none')}
              </Button>
            )}
          </Actions>
        </form>
      )}
      {viewer.runs && (
        <Disclosure summary={t('asked.note')}>
          <form method="post" action={action}>
            <Select
              form={emptyForm(AskedManner)}
              name="person"
              label={t('asked.who')}
              options={session.present.map(person => ({ value: person, label: nameIn(t, session, person) }))}
              prefix={`scrutin-${item.id}`}
            />
            <Select
              form={emptyForm(AskedManner)}
              name="manner"
              label={t('asked.what')}
              options={(['named', 'secret', 'none'] as const).map(manner => ({ value: manner, label: t(`asked.what.${manner}`) }))}
              prefix={`scrutin-${item.id}`}
            />
            <Button kind="secondary" small>
              {t('asked.submit')}
            </Button>
          </form>
        </Disclosure>
      )}
    </>
  )
}
