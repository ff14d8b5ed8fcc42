import type { PaperFacts, PaperOf } from './paper.ts'
import { article, closing, heading, item, text } from './lines.ts'

const scope = ({ file }: PaperFacts) =>
  file.area === '' ? 'tous les électeurs de la commune' : `les électeurs de la partie de la commune suivante : ${file.area}`

/** Drafts for a consultation of the electors (CGCT, L1112-15 and after). */
export const consultationPapers: PaperOf = {
  deliberation: facts => [
    heading(`Projet de délibération : ${facts.file.title}`),
    text(`Commune de ${facts.commune}. Séance du conseil municipal du ${facts.day('council')}.`),
    text('Vu le code général des collectivités territoriales, notamment ses articles L1112-15 et suivants ;'),
    text('Considérant que [à compléter : pourquoi la commune demande l’avis des électeurs] ;'),
    text('Le conseil municipal, après en avoir délibéré, décide :'),
    article(1, `Une consultation est organisée auprès de ${scope(facts)}. Cette consultation n’est qu’une demande d’avis.`),
    article(2, `Le scrutin est fixé au ${facts.day('vote')}. Les électeurs sont convoqués ce jour.`),
    article(3, `La question posée est la suivante : « ${facts.file.question} » Les électeurs répondent par oui ou par non.`),
    article(4, `Le dossier d’information est mis à la disposition du public au plus tard le ${facts.day('information')}.`),
    article(5, 'Les bureaux de vote sont les suivants : [à compléter : bureaux, adresses, heures].'),
    article(6, 'Les dépenses sont inscrites au budget de la commune : [à compléter : ligne et montant].'),
    article(7, 'Le maire transmet la présente délibération au représentant de l’État deux mois au moins avant le scrutin.'),
    ...closing,
  ],
  prefet: facts => [
    heading('Lettre au préfet'),
    text(`Le maire de ${facts.commune}, à Madame ou Monsieur le préfet [à compléter : département].`),
    text(
      `En application de l’article L1112-17 du code général des collectivités territoriales, je vous transmets la délibération du ${facts.day('council')} par laquelle le conseil municipal organise une consultation des électeurs : « ${facts.file.title} ».`,
    ),
    text(`Le scrutin est fixé au ${facts.day('vote')}, plus de deux mois après cette transmission.`),
    text('Je vous prie de bien vouloir en accuser réception.'),
    item('Pièce jointe : la délibération.'),
    item('Pièce jointe : le dossier d’information, ou le jour où il sera prêt.'),
    ...closing,
  ],
  avis: facts => [
    heading(`Avis aux électeurs : ${facts.file.title}`),
    text(`Le ${facts.day('vote')}, la commune de ${facts.commune} demande l’avis de ${scope(facts)}.`),
    text(`La question : « ${facts.file.question} »`),
    text('Votre avis est demandé ; la décision revient ensuite au conseil municipal, qui dira ce qu’il en fait.'),
    text(
      `Le dossier d’information peut être lu à la mairie et sur le site de la commune, au plus tard à partir du ${facts.day('information')}.`,
    ),
    text('Bureaux de vote : [à compléter : bureaux, adresses, heures]. Le vote se fait dans ces bureaux, sur papier.'),
    ...closing,
  ],
  dossier: facts => informationFile(facts),
}

/** What an information file holds, for a consultation as for a referendum. */
export const informationFile = (facts: PaperFacts) => [
  heading(`Dossier d’information : ${facts.file.title}`),
  text(`À mettre à la disposition du public au plus tard le ${facts.day('information')}.`),
  item('La délibération qui organise le scrutin, et la note de synthèse des élus.'),
  item(`La question posée : « ${facts.file.question} »`),
  item('Le projet en entier : [à compléter].'),
  item('Ce qui change si le oui l’emporte, et si le non l’emporte : [à compléter].'),
  item('Ce que cela coûte, et ce que cela coûte de ne rien faire : [à compléter].'),
  item('Les avis et les arguments recueillis, pour et contre, à parts égales : [à compléter].'),
  item('Qui peut voter, où, quand, et comment donner procuration : [à compléter].'),
]
