import type { PaperOf } from './paper.ts'
import { informationFile } from './consultation.ts'
import { article, closing, heading, item, text } from './lines.ts'

/** Drafts for a local referendum (Constitution, article 72-1; CGCT, LO1112-1 and after). */
export const referendumPapers: PaperOf = {
  deliberation: facts => [
    heading(`Projet de délibération : ${facts.file.title}`),
    text(`Commune de ${facts.commune}. Séance du conseil municipal du ${facts.day('council')}.`),
    text('Vu la Constitution, notamment son article 72-1 ;'),
    text('Vu le code général des collectivités territoriales, notamment ses articles LO1112-1 et suivants ;'),
    text('Considérant que le projet relève de la compétence de la commune : [à compléter : compétence et texte] ;'),
    text('Le conseil municipal, après en avoir délibéré, décide :'),
    article(
      1,
      `Le projet suivant est soumis à un référendum local : [à compléter : texte du projet de délibération ou d’acte]. Titre : ${facts.file.title}.`,
    ),
    article(
      2,
      `Le scrutin est fixé au ${facts.day('vote')}. Les électeurs sont convoqués ce jour. Ils votent par oui ou par non à la question : « ${facts.file.question} »`,
    ),
    article(
      3,
      `Le projet est adopté si la moitié au moins des électeurs inscrits (${facts.electors} inscrits, soit ${facts.threshold} votants au dernier chiffre connu) a pris part au scrutin et s’il réunit la majorité des suffrages exprimés.`,
    ),
    article(4, `Le dossier d’information est mis à la disposition du public au plus tard le ${facts.day('information')}.`),
    article(5, `La campagne est ouverte le ${facts.day('campaign')} et close le ${facts.day('campaign-end')}.`),
    article(6, 'Les bureaux de vote sont les suivants : [à compléter : bureaux, adresses, heures].'),
    article(7, 'Les dépenses sont inscrites au budget de la commune : [à compléter : ligne et montant].'),
    article(8, `La présente délibération est transmise au représentant de l’État au plus tard le ${facts.day('transmission')}.`),
    ...closing,
  ],
  prefet: facts => [
    heading('Lettre au préfet'),
    text(`Le maire de ${facts.commune}, à Madame ou Monsieur le préfet [à compléter : département].`),
    text(
      `En application de l’article LO1112-3 du code général des collectivités territoriales, je vous transmets la délibération du ${facts.day('council')} qui soumet à référendum local le projet « ${facts.file.title} » et fixe le scrutin au ${facts.day('vote')}.`,
    ),
    text(
      'Je vous prie de bien vouloir en accuser réception, et de me dire si la commune dispose de la commission de propagande et des moyens que le code prévoit.',
    ),
    item('Pièce jointe : la délibération, et le projet soumis au vote.'),
    item('Pièce jointe : la note de synthèse remise aux élus.'),
    ...closing,
  ],
  avis: facts => [
    heading(`Avis aux électeurs : ${facts.file.title}`),
    text(`Le ${facts.day('vote')}, la commune de ${facts.commune} organise un référendum local.`),
    text(`La question : « ${facts.file.question} »`),
    text('Le résultat oblige la commune si la moitié au moins des électeurs inscrits vote. En dessous, il n’est qu’un avis.'),
    text(
      `Le dossier d’information peut être lu à la mairie et sur le site de la commune, au plus tard à partir du ${facts.day('information')}.`,
    ),
    text(`La campagne commence le ${facts.day('campaign')} et finit le ${facts.day('campaign-end')}.`),
    text('Bureaux de vote : [à compléter : bureaux, adresses, heures]. Le vote se fait dans ces bureaux, sur papier.'),
    ...closing,
  ],
  dossier: facts => informationFile(facts),
}
