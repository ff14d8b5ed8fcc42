import type { CastName } from '#kernel/demonstration'
import type { Gesture } from './rules/terms.ts'

/** An amendment of the demonstration; all of it is made up. Days are counted back from today. */
export interface Invented {
  readonly by: CastName
  readonly daysAgo: number
  readonly gesture: Gesture
  /** Rank of the paragraph in the text as it then is, from 0. */
  readonly paragraph: number
  /** The new text, from the old one. */
  readonly edit: (text: string) => string
  readonly reason: string
  readonly better?: { readonly daysAgo: number; readonly edit: (text: string) => string; readonly reason: string }
  readonly supporters: readonly CastName[]
  readonly fate?: {
    readonly by: CastName
    readonly daysAgo: number
    readonly is: 'taken-up' | 'refused' | 'withdrawn'
    readonly reason: string
  }
}

/** By number of the measure in the programme, in the order they were filed. */
export const inventedAmendments: Readonly<Record<string, readonly Invented[]>> = {
  '1.1': [
    {
      by: 'sophie',
      daysAgo: 6,
      gesture: 'rewrite',
      paragraph: 0,
      edit: text => text.replace('usagers, agents et élus', 'usagers, agents, élus et associations'),
      reason: 'Les associations reçoivent chaque semaine des personnes qui ne viennent à aucune réunion.',
      supporters: ['mathilde', 'jeanne'],
    },
  ],
  '1.2': [
    {
      by: 'jeanne',
      daysAgo: 25,
      gesture: 'addition',
      paragraph: 0,
      edit: () =>
        'Les résultats de l’étude sont publiés avec toutes leurs hypothèses, que chacun peut changer pour voir ce qui en résulte.',
      reason: 'Une étude dont on ne peut pas refaire les calculs ne convainc personne.',
      supporters: ['amina', 'louis', 'karim', 'mathilde'],
      fate: {
        by: 'claire',
        daysAgo: 20,
        is: 'taken-up',
        reason: 'Le groupe de travail le souhaite aussi ; le service des finances s’y engage.',
      },
    },
    {
      by: 'karim',
      daysAgo: 19,
      gesture: 'removal',
      paragraph: 1,
      edit: () => '',
      reason: 'Publier les hypothèses prend du temps et retarde l’étude.',
      supporters: [],
      fate: {
        by: 'paul',
        daysAgo: 15,
        is: 'refused',
        reason: 'Sans les hypothèses, personne ne peut vérifier l’étude. Le calendrier tient compte de ce travail.',
      },
    },
    {
      by: 'amina',
      daysAgo: 9,
      gesture: 'rewrite',
      paragraph: 0,
      edit: text => text.replace('coûts, emplois, qualité, carbone', 'coûts, emplois, qualité des produits et des contenants, carbone'),
      reason: 'La loi demande de sortir du plastique à la cantine : autant l’étudier en même temps.',
      supporters: ['louis', 'jeanne', 'sophie'],
    },
    {
      by: 'louis',
      daysAgo: 7,
      gesture: 'rewrite',
      paragraph: 0,
      edit: text => text.replace('coûts, emplois, qualité, carbone', 'coûts, conditions de travail, goût, carbone'),
      reason: '« Qualité » ne veut rien dire : parlons du goût, et de celles et ceux qui cuisinent.',
      better: {
        daysAgo: 5,
        edit: text => text.replace('coûts, emplois, qualité, carbone', 'coûts, emplois et conditions de travail, goût, carbone'),
        reason:
          '« Qualité » ne veut rien dire : parlons du goût, et de celles et ceux qui cuisinent. J’ai remis les emplois, après la remarque d’Amina.',
      },
      supporters: ['karim', 'mathilde'],
    },
  ],
  '2.1': [
    {
      by: 'helene',
      daysAgo: 22,
      gesture: 'rewrite',
      paragraph: 0,
      edit: text => text.replace('équipé et accompagné', 'équipé, accompagné et accessible en fauteuil'),
      reason: 'Le lieu pressenti a deux marches à l’entrée.',
      supporters: ['jeanne', 'amina'],
      fate: { by: 'claire', daysAgo: 17, is: 'taken-up', reason: 'C’est une obligation, et une évidence.' },
    },
    {
      by: 'mathilde',
      daysAgo: 12,
      gesture: 'addition',
      paragraph: 0,
      edit: () => '- ouvert au moins un soir par semaine ;\n- ouvert le samedi matin.',
      reason: 'Qui travaille ne peut pas venir aux heures de bureau.',
      supporters: ['amina', 'louis', 'karim', 'sophie', 'jeanne'],
    },
    {
      by: 'sophie',
      daysAgo: 11,
      gesture: 'rewrite',
      paragraph: 0,
      edit: text => text.replace('un lieu', 'deux lieux'),
      reason: 'Un par quartier.',
      supporters: [],
      fate: { by: 'sophie', daysAgo: 10, is: 'withdrawn', reason: 'J’ai compris le coût ; je préfère des horaires plus larges.' },
    },
  ],
}
