import { useWords } from '../frame.ts'

export interface Crumb {
  readonly label: string
  readonly href: string
}
/** The way here, from the home page; the page itself is not in it. */
export const Breadcrumb = ({ trail }: { trail: readonly Crumb[] }) => {
  const t = useWords()
  return (
    <nav class="crumbs" aria-label={t('breadcrumb.label')}>
      <ol>
        <li>
          <a href="/">{t('frame.home')}</a>
        </li>
        {trail.map(crumb => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
