export const fr = {
  'precision.open':
    'Chacun a choisi de répondre : ces résultats disent ce que pensent celles et ceux qui ont répondu, pas toute la commune. Les intervalles sont indicatifs : ce qu’ils vaudraient à 95 % si les personnes qui ont répondu avaient été tirées au sort.',
  'precision.drawn':
    'Les personnes interrogées ont été tirées au sort. Intervalles de confiance à 95 % (Wilson) ; ils ne disent rien des personnes tirées au sort qui n’ont pas répondu.',
  'precision.everyone':
    'Tous les membres du groupe pouvaient répondre. Les intervalles sont indicatifs : ils ne disent rien de celles et ceux qui n’ont pas répondu.',
  'hidden.why':
    'Un chiffre masqué compte moins de {threshold} personnes, ou permettrait d’en retrouver un par soustraction. Personne ne doit pouvoir deviner la réponse de quelqu’un.',
  'hidden.joined': 'Les réponses données par moins de {threshold} personnes sont regroupées.',
  'withheld.too-few': 'Moins de {threshold} personnes ont répondu : ce tableau n’est pas publié.',
  'withheld.unanimous': 'Trop peu de personnes ont répondu, et toutes la même chose : ce tableau n’est pas publié.',
  'withheld.unsafe': 'Ce tableau n’est pas publié : on pourrait y retrouver la réponse de quelques personnes.',
  'withheld.held':
    'Ce tableau reste tel qu’il a été publié : trop peu de réponses sont arrivées depuis, et une soustraction les révélerait.',
  'weighted.how':
    'Résultats redressés sur {dimensions} : chaque réponse compte de {lowest} à {highest} fois. Le redressement corrige l’âge ou le quartier, pas les opinions de celles et ceux qui n’ont pas répondu.',
  'refused.nobody': 'Personne n’a répondu : il n’y a rien à redresser.',
  'refused.empty-margin': 'Redressement impossible : personne n’a répondu dans la catégorie « {category} » ({dimension}).',
  'refused.outside-population': 'Redressement impossible : la catégorie « {category} » ({dimension}) n’a pas de population.',
  'refused.weights-explode': 'Redressement impossible : quelques réponses pèseraient beaucoup trop lourd.',
  'refused.no-agreement': 'Redressement impossible : les marges de la population ne peuvent pas être atteintes ensemble.',
}
