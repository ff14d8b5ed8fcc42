import { useWords } from '../frame.ts'

/** The same thing as files to keep. */
export const DownloadLinks = ({
  links,
  title,
}: {
  links: readonly { readonly href: string; readonly label: string; readonly note?: string | undefined }[]
  title?: string | undefined
}) => {
  const t = useWords()
  return (
    <div class="downloads">
      <p class="downloads__title">{title ?? t('download.title')}</p>
      <ul>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
            {link.note && <span class="soft"> ({link.note})</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
