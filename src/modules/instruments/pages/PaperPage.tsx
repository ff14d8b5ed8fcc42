import { Notice, Page } from '#kernel/ui'
import { fileUrl, type LegalFile, type PaperName } from '../legalFile.ts'
import type { T } from '../locales/index.ts'
import type { PaperLine } from '../papers/paper.ts'

interface Props {
  readonly t: T
  readonly file: LegalFile
  readonly name: PaperName
  readonly lines: readonly PaperLine[]
}

/** A draft to print, to check and to sign. Its words are French: it is a French act. */
export const PaperPage = ({ t, file, name, lines }: Props) => (
  <Page
    title={t(`paper.${name}`)}
    breadcrumb={[
      { label: t('title'), href: '/demarches-citoyennes' },
      { label: file.title, href: fileUrl(file.id) },
    ]}
  >
    <div class="only-screen">
      <Notice>{t('papers.draft')}</Notice>
    </div>
    <article lang="fr">
      {groupsOf(lines).map((group, at) =>
        group[0]!.is === 'item' ? (
          <ul key={at}>
            {group.map(line => (
              <li key={line.text}>{line.text}</li>
            ))}
          </ul>
        ) : (
          group.map(line => (line.is === 'heading' ? <h2 key={line.text}>{line.text}</h2> : <p key={line.text}>{line.text}</p>))
        ),
      )}
    </article>
  </Page>
)

/** Lines of a list that follow each other stand in one list. */
const groupsOf = (lines: readonly PaperLine[]): readonly (readonly PaperLine[])[] => {
  const groups: PaperLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && (last[0]!.is === 'item') === (line.is === 'item')) last.push(line)
    else groups.push([line])
  }
  return groups
}
