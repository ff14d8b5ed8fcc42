const names = [
  'Héron', 'Loutre', 'Martin-pêcheur', 'Saule', 'Grenouille', 'Libellule', 'Castor', 'Frêne', 'Mésange', 'Iris', 'Truite', 'Écureuil',
  'Roseau', 'Hérisson', 'Peuplier', 'Rouge-gorge', 'Menthe', 'Chouette', 'Aulne', 'Brochet', 'Nénuphar', 'Merle', 'Noisetier', 'Salamandre',
] as const // prettier-ignore

/** A name that is nobody's: `Héron 42`, from 32 random bits or more. One person has another in each list. */
export const pseudonymFrom = (random: number): string =>
  `${names[random % names.length]} ${(Math.floor(random / names.length) % 9000) + 1000}`
/** Six digits that a person shows at the door. */
export const codeFrom = (random: number): string => String(random % 1_000_000).padStart(6, '0')
