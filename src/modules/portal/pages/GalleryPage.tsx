import { type Example, Page, Section } from '#kernel/ui'
import type { T } from '../locales/index.ts'

export const GalleryPage = ({ t, examples }: { t: T; examples: readonly Example[] }) => (
  <Page title={t('gallery.title')} lead={t('gallery.lead')}>
    {[...new Set(examples.map(example => example.component))].map(component => (
      <Section key={component} title={component} id={`composant-${component}`}>
        {examples
          .filter(example => example.component === component)
          .map(example => (
            <div key={example.name} lang="fr">
              <h3>{example.name}</h3>
              <div class="example">{example.draw()}</div>
            </div>
          ))}
      </Section>
    ))}
  </Page>
)
