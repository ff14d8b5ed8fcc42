export const fr = {
  'example.title': 'Example',
  'example.lead': 'Dites ce qui marche et ce qui manque : chacun peut lire les remarques, et le service y répond.',
  'example.empty': 'Aucune remarque pour le moment. La vôtre peut être la première.',
  'remark.text': 'Votre remarque',
  'remark.hint': 'Une remarque par jour et par personne.',
  'remark.submit': 'Publier la remarque',
  'remark.title': 'Remarque de {author}',
  'remark.somebody': 'quelqu’un',
  'remark.signIn': 'Connectez-vous pour écrire une remarque.',
  'refused.already-today': 'Vous avez déjà laissé une remarque aujourd’hui. Revenez demain.',
} as const
