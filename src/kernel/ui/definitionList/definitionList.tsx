import type { ComponentChildren } from 'preact'

/** Facts, each with its name. Empty ones are left out. */
export const DefinitionList = ({ items }: { items: readonly { readonly term: string; readonly value: ComponentChildren }[] }) => (
  <dl class="facts">
    {items
      .filter(item => item.value !== null && item.value !== undefined && item.value !== '')
      .map(item => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
  </dl>
)
