import { isVisibleTo, type Moderated, ModeratedContent, ReportLink } from '#engines/moderation'
import { renderMarkdown } from '#engines/texts'
import { emptyForm, type Form } from '#kernel/forms'
import { formatDate, formatNumber, type Locale } from '#kernel/i18n'
import type { Actor } from '#kernel/people'
import { dayInParis } from '#kernel/rules'
import { Button, DefinitionList, Empty, ErrorSummary, Field, Listing, Page, Pagination, Prose, Section, TextArea } from '#kernel/ui'
import { NewProject } from '../forms.ts'
import type { T } from '../locales/index.ts'
import type { Project } from '../queries/workshop.ts'

export const projectSubject = (id: string) => `fablab-project:${id}`

/** What people made here and shared, the latest first. */
export const ProjectsPage = ({
  t,
  projects,
  pageNumber,
  hasMore,
}: {
  t: T
  projects: readonly Project[]
  pageNumber: number
  hasMore: boolean
}) => (
  <Page title={t('project.title')} lead={t('project.lead')} breadcrumb={[{ label: t('title'), href: '/fablab' }]}>
    <p>
      <Button kind="secondary" href="/fablab/projets/nouveau">
        {t('project.new')}
      </Button>
    </p>
    {projects.length === 0 ? (
      <Empty title={t('project.none')}>{t('project.noneText')}</Empty>
    ) : (
      <Listing
        level={2}
        items={projects.map(one => ({
          href: `/fablab/projets/${one.id}`,
          title: one.title,
          text: one.text.slice(0, 200).toWellFormed(),
          note: one.machines,
        }))}
      />
    )}
    <Pagination page={pageNumber} more={hasMore} href={number => `/fablab/projets?page=${number}`} />
  </Page>
)

export const NewProjectPage = ({ t, form = emptyForm(NewProject) }: { t: T; form?: Form<NewProject> }) => (
  <Page title={t('project.new')} breadcrumb={trail(t)}>
    <form method="post" action="/fablab/projets" noValidate>
      <ErrorSummary form={form} />
      <Field form={form} name="title" label={t('project.name')} />
      <TextArea form={form} name="text" label={t('project.text')} rows={8} />
      <Field form={form} name="machines" label={t('project.machines')} optional />
      <Button>{t('project.share')}</Button>
    </form>
  </Page>
)

interface ProjectProps {
  readonly t: T
  readonly locale: Locale
  readonly project: Project
  readonly author: string | null
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
  readonly moderated: Moderated
  readonly reader: Actor
  readonly mayAdd: boolean
  readonly fileError?: string
}
/** One project with its files. */
export const ProjectPage = ({ t, locale, project, author, files, moderated, reader, mayAdd, fileError }: ProjectProps) => (
  <Page title={isVisibleTo(moderated, reader) ? project.title : t('project.kicker')} kicker={t('project.kicker')} breadcrumb={trail(t)}>
    <ModeratedContent moderated={moderated} reader={reader} locale={locale} subject={projectSubject(project.id)}>
      <Prose html={renderMarkdown(project.text, { under: 1 }).__html} />
      <DefinitionList items={[{ term: t('project.machines'), value: project.machines }]} />
      <Section title={t('project.files')} id="fichiers">
        {files.length === 0 ? (
          <p>{t('project.noFile')}</p>
        ) : (
          <ul>
            {files.map(one => (
              <li key={one.id}>
                <a href={`/fablab/projets/${project.id}/fichiers/${one.id}`}>{one.name}</a> (
                {formatNumber(Math.ceil(one.size / 1000), locale)} ko)
              </li>
            ))}
          </ul>
        )}
      </Section>
    </ModeratedContent>
    <p class="soft">{t('project.by', { name: author ?? t('project.someone'), day: formatDate(dayInParis(project.at), locale) })}</p>
    <p>
      <ReportLink subject={projectSubject(project.id)} locale={locale} />
    </p>
    {mayAdd && (
      <form method="post" action={`/fablab/projets/${project.id}/fichiers`} enctype="multipart/form-data" noValidate>
        {fileError && (
          <div class="errors" role="alert">
            <p>{fileError}</p>
          </div>
        )}
        <Field
          form={emptyForm(NewProject)}
          name="title"
          type="file"
          label={t('project.addFile')}
          hint={t('project.file')}
          prefix="fichier"
        />
        <Button kind="secondary">{t('project.send')}</Button>
      </form>
    )}
  </Page>
)

const trail = (t: T) => [
  { label: t('title'), href: '/fablab' },
  { label: t('project.title'), href: '/fablab/projets' },
]
