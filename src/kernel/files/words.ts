import { defineWords } from '#kernel/i18n'

export const words = defineWords({
  fr: {
    empty: 'Ce fichier est vide. Choisissez-en un autre.',
    'too-large': 'Ce fichier est trop lourd. Choisissez-en un de 20 Mo au plus.',
    'type-not-allowed': 'Choisissez une image, un PDF, un document de bureautique, un tableau CSV ou un texte.',
    unreadable: 'Nous n’avons pas pu lire ce fichier. Ouvrez-le, enregistrez-le de nouveau, puis réessayez.',
  },
  en: {
    empty: 'This file is empty. Choose another one.',
    'too-large': 'This file is too large. Choose one of 20 MB at most.',
    'type-not-allowed': 'Choose an image, a PDF, an office document, a CSV table or a text.',
    unreadable: 'We could not read this file. Open it, save it again, and try once more.',
  },
})
