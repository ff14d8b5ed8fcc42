import { useWords } from '../frame.ts'

const shownFirst = 4

export interface RelatedList {
  readonly label: string
  /** A sentence under the title. */
  readonly lead?: string | undefined
  readonly links: readonly { readonly title: string; readonly url: string; readonly note?: string | undefined }[]
  /** Where the whole list is. */
  readonly more?: { readonly label: string; readonly url: string } | undefined
}

/** What other rooms say about this: one short list for each, the rest of a long one folded away. `level` is that of their titles. */
export const Related = ({ groups, level = 3 }: { groups: readonly RelatedList[]; level?: 2 | 3 | undefined }) => {
  const t = useWords()
  const Title = `h${level}` as const
  return (
    <div class="related">
      {groups.map(({ label, lead, links, more }) => (
        <div key={label} class="related__group">
          <Title class="related__title">{label}</Title>
          {lead && <p class="related__lead">{lead}</p>}
          <Links links={links.slice(0, shownFirst)} />
          {links.length > shownFirst && (
            <details>
              <summary>{t('related.more', { n: links.length - shownFirst })}</summary>
              <Links links={links.slice(shownFirst)} />
            </details>
          )}
          {more && (
            <p class="related__more">
              <a href={more.url}>{more.label}</a>
            </p>
          )}
        </div>
      ))}
    </div>
  )
}

const Links = ({ links }: Pick<RelatedList, 'links'>) => (
  <ul class="related__links">
    {links.map(({ title, url, note }) => (
      <li key={url}>
        <a href={url}>{title}</a>
        {note && <span class="related__note">{note}</span>}
      </li>
    ))}
  </ul>
)
