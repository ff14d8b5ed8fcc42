import { Actions, Button, Disclosure, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'
import type { Group, GroupMember } from '../queries/group.ts'

/** The group, bench by bench; empty benches are shown, so that one sees who is missing. */
export const MembersByCollege = ({ t, group, runs, url }: { t: T; group: Group; runs: boolean; url: string }) => (
  <>
    {(['users', 'agents', 'elected'] as const).map(college => {
      const members = group.members.filter(member => member.college === college)
      return (
        <Section key={college} title={`${t(`group.college.${college}`)} (${members.length})`}>
          {members.length === 0 ? (
            <p>{t('group.nobody')}</p>
          ) : (
            <ul>
              {members.map(member => (
                <li key={member.member}>{nameAndRole(t, member)}</li>
              ))}
            </ul>
          )}
        </Section>
      )
    })}
    {runs && group.members.some(member => member.role !== 'chair') && <Secretaries t={t} group={group} url={url} />}
  </>
)

const nameAndRole = (t: T, member: GroupMember) =>
  member.role === 'member' ? member.name : `${member.name}, ${t(`group.role.${member.role}`)}`

/** Who keeps the minutes: one button per member. */
const Secretaries = ({ t, group, url }: { t: T; group: Group; url: string }) => (
  <Disclosure summary={t('group.makeSecretary')}>
    <Actions>
      {group.members
        .filter(member => member.role !== 'chair')
        .map(member => (
          <form key={member.member} method="post" action={`${url}/membres`}>
            <input type="hidden" name="person" value={member.member} />
            <Button small kind="secondary" name="role" value={member.role === 'secretary' ? 'member' : 'secretary'}>
              {t(member.role === 'secretary' ? 'group.makeMemberOne' : 'group.makeSecretaryOne', { name: member.name })}
            </Button>
          </form>
        ))}
    </Actions>
  </Disclosure>
)
