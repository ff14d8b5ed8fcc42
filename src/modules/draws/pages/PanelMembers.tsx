import { Actions, Button, Notice, Section } from '#kernel/ui'
import type { PanelPageProps } from './PanelPage.tsx'

/** Who sits: numbers for everyone, names of those who agreed, all names for agents on their own page. */
export const PanelMembers = ({ t, panel, state, names, named, isAgent }: PanelPageProps) => {
  const { members, replaced } = state.seated ?? { members: [], replaced: [] }
  return (
    <Section title={t('members.title')}>
      <ul>
        {members.map(number => (
          <li key={number}>
            {t('members.number', { number })}
            {names.get(number) && <> : {names.get(number)}</>}
            {named && (
              <form method="post" action={`/tirages/panels/${panel.id}/remplacement`}>
                <input type="hidden" name="number" value={String(number)} />
                <Button kind="secondary">{t('replace.send', { number })}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {replaced.length > 0 && (
        <Notice title={t('replace.title')}>
          <ul>
            {replaced.map(({ number, by }) => (
              <li key={number}>{by === null ? t('replace.nobody', { number }) : t('replace.by', { number, by })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{t('replace.rule')}</p>
      {isAgent && (
        <Actions>
          {!named && (
            <Button kind="secondary" href={`/tirages/panels/${panel.id}/personnes`}>
              {t('members.names')}
            </Button>
          )}
          <Button href="/comites/nouveau?modele=committee">{t('members.committee')}</Button>
        </Actions>
      )}
    </Section>
  )
}
