import { Actions, type AnyForm, Button, Empty, Field, Page, Pagination, Select } from '#kernel/ui'
import { type Sector } from '../queries/budgets.ts'
import type { Idea } from '../queries/ideas.ts'
import type { CommuneMap } from '../queries/places.ts'
import type { IdeaState } from '../rules/ideas.ts'
import { IdeaList } from './IdeaList.tsx'
import { crumbs, IdeasMap, type OfBudget } from './parts.tsx'
import { budgetPath } from '../rules/sitePath.ts'

export const shownStates: readonly IdeaState[] = ['idea', 'to-adapt', 'admissible', 'inadmissible', 'merged', 'withdrawn']

interface Props extends OfBudget {
  readonly ideas: readonly Idea[]
  readonly map: CommuneMap
  readonly sectors: readonly Sector[]
  readonly asked: { readonly words: string; readonly sector: string; readonly state: string }
  readonly pageNumber: number
  readonly hasMore: boolean
  readonly total: number
  readonly winners: ReadonlySet<string> | undefined
}

/** All the ideas of a budget: map and list, in the order they came. */
export const IdeasPage = (props: Props) => {
  const { t, budget, ideas, map, sectors, asked, pageNumber, hasMore, total, winners } = props
  const path = `${budgetPath(budget.id)}/idees`
  const form: AnyForm = { values: { q: asked.words, secteur: asked.sector, etat: asked.state }, errors: {} }
  return (
    <Page title={t('ideas.title')} lead={t('ideas.lead', { n: total })} breadcrumb={crumbs(t, budget)} width="wide">
      {budget.phase === 'ideas' && (
        <Actions>
          <Button href={`${path}/nouvelle`}>{t('idea.new')}</Button>
        </Actions>
      )}
      <form method="get" action={path}>
        <Field form={form} name="q" label={t('ideas.search')} type="search" optional />
        {sectors.length > 0 && (
          <Select
            form={form}
            name="secteur"
            label={t('idea.sector')}
            optional
            options={[{ value: '', label: t('ideas.anySector') }, ...sectors.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Select
          form={form}
          name="etat"
          label={t('ideas.state')}
          optional
          options={[{ value: '', label: t('ideas.anyState') }, ...shownStates.map(state => ({ value: state, label: t(`state.${state}`) }))]}
        />
        <Button kind="secondary">{t('ideas.filter')}</Button>
      </form>
      {ideas.length === 0 ? (
        <Empty title={t('ideas.none')} drawing="bridge">
          {t('ideas.noneText')}
        </Empty>
      ) : (
        <>
          <IdeasMap t={t} map={map} ideas={ideas} winners={winners} />
          <IdeaList {...props} level={2} />
        </>
      )}
      <Pagination page={pageNumber} more={hasMore} href={page => addressOf(path, asked, page)} />
    </Page>
  )
}

const addressOf = (path: string, { words, sector, state }: Props['asked'], page: number) => {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(sector ? { secteur: sector } : {}),
    ...(state ? { etat: state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `${path}${query.size > 0 ? `?${query}` : ''}`
}
