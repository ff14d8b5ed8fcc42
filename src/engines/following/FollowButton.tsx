import type { Locale } from '#kernel/i18n'
import { Button } from '#kernel/ui'
import { words } from './locales/index.ts'

/** Follows or leaves a subject, then comes back to `back`, a path of this site. For signed-in people. */
export const FollowButton = ({
  locale,
  subject,
  back,
  isFollowing,
}: {
  locale: Locale
  subject: string
  back: string
  isFollowing: boolean
}) => {
  const t = words(locale)
  return (
    <form method="post" action="/suivi">
      {isFollowing && <p>{t('follow.following')}</p>}
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="follow" value={isFollowing ? 'non' : 'oui'} />
      <Button kind="secondary" small>
        {t(isFollowing ? 'follow.leave' : 'follow.follow')}
      </Button>
    </form>
  )
}
