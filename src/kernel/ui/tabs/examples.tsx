import { Tabs } from './tabs.tsx'

export const examples = {
  mesure: () => (
    <Tabs
      label="Vues de la mesure, exemple"
      tabs={[
        { href: '#texte', label: 'Texte', current: true },
        { href: '#amendements', label: 'Amendements', count: 38 },
        { href: '#debat', label: 'Débat', count: 112 },
        { href: '#fil', label: 'Fil' },
      ]}
    />
  ),
}
