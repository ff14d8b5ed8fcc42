import { useWords } from '../frame.ts'

/** Which page of a list this is; `href` gives the address of another. Nothing when there is only one. */
export const Pagination = ({
  page,
  of,
  href,
  more,
}: {
  page: number
  /** How many pages, when it is known. */
  of?: number | undefined
  href: (page: number) => string
  /** There is a next page, when how many is not known. */
  more?: boolean | undefined
}) => {
  const t = useWords()
  const last = of ?? (more ? page + 1 : page)
  if (last <= 1 && page === 1) return null
  return (
    <nav class="pages" aria-label={t('pages.label')}>
      {page > 1 && (
        <a class="pages__step" href={href(page - 1)} rel="prev">
          {t('pages.previous')}
        </a>
      )}
      <span class="pages__here" aria-current="page">
        {of ? t('pages.of', { n: page, of }) : t('pages.page', { n: page })}
      </span>
      {page < last && (
        <a class="pages__step" href={href(page + 1)} rel="next">
          {t('pages.next')}
        </a>
      )}
    </nav>
  )
}
