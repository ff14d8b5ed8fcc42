import { useWords } from '../frame.ts'

const shownFirst = 4

/** What other rooms say about this: one short list for each, the rest of a long one folded away. `level` is that of their titles. */
export const Related = ({
  groups,
  level = 3,
}: {
  groups: readonly {
    readonly label: string
    readonly links: readonly { readonly title: string; readonly url: string; readonly note?: string }[]
  }[]
  level?: 2 | 3 | undefined
}) => {
  const t = useWords()
  const Title = `h${level}` as const
  return (
    <div class="related">
      {groups.map(({ label, links }) => (
        <div key={label} class="related__group">
          <Title class="related__title">{label}</Title>
          <Links links={links.slice(0, shownFirst)} />
          {links.length > shownFirst && (
            <details>
              <summary>{t('related.more', { n: links.length - shownFirst })}</summary>
              <Links links={links.slice(shownFirst)} />
            </details>
          )}
        </div>
      ))}
    </div>
  )
}

const Links = ({ links }: { links: readonly { readonly title: string; readonly url: string; readonly note?: string }[] }) => (
  <ul class="related__links">
    {links.map(({ title, url, note }) => (
      <li key={url}>
        <a href={url}>{title}</a>
        {note && <span class="related__note">{note}</span>}
      </li>
    ))}
  </ul>
)
