import { useWords } from '../frame.ts'

/** Views of one thing, as links. */
export const Tabs = ({
  tabs,
  label,
}: {
  tabs: readonly {
    readonly href: string
    readonly label: string
    readonly current?: boolean | undefined
    readonly count?: number | undefined
  }[]
  label?: string | undefined
}) => {
  const t = useWords()
  return (
    <nav class="tabs" aria-label={label ?? t('tabs.label')}>
      <ul>
        {tabs.map(tab => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tabs__count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
