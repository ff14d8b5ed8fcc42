export const fr = {
  'list.title': 'Les courriers de la démonstration',
  'list.lead':
    'Aucun courrier ne part d’ici. Ceux que la plateforme aurait envoyés s’affichent sur cette page, pour les lire comme si vous étiez leur destinataire.',
  'list.empty': 'Aucun courrier pour le moment. Posez une question, ou suivez un sujet : ils arriveront ici.',
  'list.to': 'À {address}',
  'letter.to': 'À',
  'letter.at': 'Écrit le',
  'letter.list': 'Bouton que montrent les logiciels de courrier',
  'letter.leave': 'Ne plus en recevoir',
}
