/** An invented consultation: its statements with, for each of its groups, how many in ten agree and how many in ten disagree. */
export interface InventedStatement {
  readonly text: string
  readonly isSeed: boolean
  readonly groups: readonly (readonly [agree: number, disagree: number])[]
}

const seed = (text: string, ...groups: readonly (readonly [number, number])[]): InventedStatement => ({ text, isSeed: true, groups })
const added = (text: string, ...groups: readonly (readonly [number, number])[]): InventedStatement => ({ text, isSeed: false, groups })

/** The market: families in a hurry, regulars attached to what it is, and people who drive in from the hamlets. */
export const market: readonly InventedStatement[] = [
  seed('Le marché devrait ouvrir aussi le vendredi, de 17 h à 20 h.', [9.6, 0.2], [0.8, 8.5], [8.5, 1]),
  seed('Le samedi matin suffit : c’est le jour où tout le monde se croise.', [0.5, 9], [9.4, 0.3], [1, 8]),
  seed('Les producteurs à moins de cinquante kilomètres devraient passer avant les autres.', [8.5, 0.7], [9, 0.4], [8.2, 1]),
  seed('La place du marché doit être fermée aux voitures les jours de marché.', [9, 0.6], [8.8, 0.8], [0.3, 9.5]),
  seed('Il faut garder un stationnement gratuit à moins de cent mètres des étals.', [0.8, 8], [1, 7.5], [9.8, 0.1]),
  seed('Le prix des emplacements ne devrait pas augmenter avec la rénovation.', [6, 1.5], [8.5, 0.5], [7, 1]),
  seed('La halle doit rester ouverte sur la rue, sans parois.', [1.2, 8], [9.2, 0.5], [5, 3]),
  seed('Des toilettes publiques ouvertes pendant le marché sont nécessaires.', [9, 0.3], [8.8, 0.3], [8.8, 0.5]),
  seed('On devrait pouvoir payer par carte à tous les étals.', [9.5, 0.2], [1, 8.2], [8.8, 0.6]),
  seed('Quelques tables pour manger sur place rendraient le marché plus vivant.', [9.3, 0.3], [1.8, 7.5], [1, 8]),
  seed('Un emplacement par semaine devrait être réservé à une association.', [8.5, 0.8], [8, 1], [1.5, 7]),
  seed('Les invendus doivent aller aux personnes qui en ont besoin, pas à la benne.', [9.5, 0.2], [9.4, 0.1], [9, 0.3]),
  seed('La commune ferait mieux de confier le marché à une entreprise.', [1.5, 7], [0.5, 9], [2.5, 6]),
  seed('La navette des hameaux devrait passer par le marché le samedi.', [2.5, 5], [3, 4.5], [9.6, 0.1]),
  added('Il faudrait un point d’eau potable près des étals.', [8.2, 0.4], [7.8, 0.6], [7, 0.8]),
  added('Les vélos ont besoin d’arceaux couverts à côté de la halle.', [9, 0.5], [7.5, 1], [0.5, 9]),
  added('Le marchand de poisson devrait venir chaque semaine, pas une sur deux.', [3, 0.8], [8, 0.4], [3.5, 1]),
]

/** The library of the town: those who come in the evening and at week-ends, those who come with their class or their club. */
export const library: readonly InventedStatement[] = [
  seed('La médiathèque devrait ouvrir le dimanche matin.', [9.2, 0.4], [2, 6.5]),
  seed('Mieux vaut plus d’heures le mercredi que le dimanche.', [1.2, 7.5], [9, 0.4]),
  seed('On devrait pouvoir rendre ses livres à toute heure, dans une boîte.', [9.3, 0.2], [8.8, 0.4]),
  seed('Des bénévoles peuvent tenir l’accueil certains jours.', [8, 1], [2.5, 6.5]),
  seed('L’accueil est un métier : il faut des agents formés.', [3, 4.5], [9.4, 0.1]),
  seed('Il manque des places pour travailler au calme.', [8.8, 0.5], [8.5, 0.6]),
  seed('Le prêt de jeux devrait commencer avant l’été.', [7.5, 1], [7.8, 0.8]),
  seed('Les romans en gros caractères sont trop peu nombreux.', [5, 0.8], [6.5, 0.5]),
]

/** A small archive, held by another invented commune before. */
export const archive: readonly InventedStatement[] = [
  seed('Le jardin partagé doit rester ouvert à tous, sans clé.', [9, 0.5], [2, 7]),
  seed('Un portail fermé la nuit évite les dégâts.', [1.5, 7.5], [9, 0.5]),
  seed('Il faut un robinet au fond du jardin.', [9, 0.2], [9, 0.3]),
  seed('Chaque parcelle devrait changer de main tous les quatre ans.', [7, 1.5], [2, 6.5]),
  seed('Les classes de l’école devraient avoir leur carré.', [9.2, 0.2], [8.8, 0.4]),
  seed('Le compost commun sent trop fort.', [2, 6], [6, 2]),
]
