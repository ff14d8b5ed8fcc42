import type { PaperOf } from './paper.ts'
import { closing, heading, item, text } from './lines.ts'

/** Drafts for a public participation that the law does not oblige (CRPA, L131-1). */
export const participationPapers: PaperOf = {
  regles: facts => [
    heading(`Règles de la participation : ${facts.file.title}`),
    text(
      `Publiées par la commune de ${facts.commune} au plus tard le ${facts.day('rules')}, avant l’ouverture (code des relations entre le public et l’administration, article L131-1).`,
    ),
    text(`Ce qui est demandé : « ${facts.file.question} »`),
    item(
      `Qui peut participer : ${facts.file.area || '[à compléter : tout le monde, les habitants d’un quartier, les usagers d’un service]'}.`,
    ),
    item(`Du ${facts.day('open')} au ${facts.day('close')} inclus.`),
    item('Comment : sur le site de la commune, sur papier, au guichet, en réunion : [à compléter : lieux et heures].'),
    item('Ce qui peut changer grâce à la participation, et ce qui ne le peut pas : [à compléter].'),
    item('Qui décide à la fin, et quand : [à compléter].'),
    item(
      `Les résultats et les suites sont publiés au plus tard le ${facts.day('follow-up')}, avec ce qui a été retenu, ce qui ne l’a pas été, et pourquoi.`,
    ),
    ...closing,
  ],
  avis: facts => [
    heading(`Avis au public : ${facts.file.title}`),
    text(`La commune de ${facts.commune} demande votre avis du ${facts.day('open')} au ${facts.day('close')} inclus.`),
    text(`« ${facts.file.question} »`),
    text('Les règles et les informations utiles sont à la mairie et sur le site de la commune : [à compléter : adresses].'),
    text(`Ce qui aura été dit et ce que la commune en fait seront publiés au plus tard le ${facts.day('follow-up')}.`),
    ...closing,
  ],
  suites: facts => [
    heading(`Résultats et suites : ${facts.file.title}`),
    text(`À publier au plus tard le ${facts.day('follow-up')}.`),
    item('Combien de personnes ont participé, par quelle voie, et qui manque par rapport à qui vit ici : [à compléter].'),
    item('Ce qui a été dit, les accords et les désaccords : [à compléter].'),
    item('Ce qui est retenu, pour quand, et qui en répond : [à compléter].'),
    item('Ce qui n’est pas retenu, et pourquoi : [à compléter].'),
    ...closing,
  ],
}
