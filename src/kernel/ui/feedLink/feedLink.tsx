import { useWords } from '../frame.ts'

/** Leads to a feed or to a calendar one can subscribe to. */
export const FeedLink = ({
  href,
  label,
  type = 'application/atom+xml',
}: {
  href: string
  label?: string | undefined
  type?: string | undefined
}) => {
  const t = useWords()
  return (
    <a class="feed" href={href} type={type}>
      <svg class="sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path d="M5 5c8 0 14 6 14 14M5 11c5 0 8 3 8 8M6.5 18v.1" />
      </svg>
      {label ?? t('feed.follow')}
    </a>
  )
}
