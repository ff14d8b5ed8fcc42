import { Section } from './section.tsx'

export const examples = {
  partie: () => (
    <Section title="Ce qui a changé" lead="Depuis votre dernière visite.">
      <p>La version 2 est publiée.</p>
    </Section>
  ),
}
