import { Breadcrumb } from './breadcrumb.tsx'

export const examples = {
  mesure: () => (
    <Breadcrumb
      trail={[
        { label: 'Mesures', href: '/mesures' },
        { label: 'Un marché du soir', href: '/mesures/3' },
      ]}
    />
  ),
}
