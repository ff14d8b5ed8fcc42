import { Address } from './address.tsx'

export const examples = {
  mairie: () => (
    <Address
      name="Mairie"
      lines={['45 rue Charles-de-Gaulle', '91440 Bures-sur-Yvette']}
      phone="01 69 18 24 24"
      email="accueil@mairie.exemple"
    />
  ),
}
