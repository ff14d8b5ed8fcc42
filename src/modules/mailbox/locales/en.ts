import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'list.title': 'Letters of the demonstration',
  'list.lead':
    'No letter leaves from here. Those the platform would have sent show on this page, to be read as if you were their recipient.',
  'list.empty': 'No letter for now. Ask a question, or follow a subject: they will arrive here.',
  'list.to': 'To {address}',
  'letter.to': 'To',
  'letter.at': 'Written on',
  'letter.list': 'Button that mail readers show',
  'letter.leave': 'Stop receiving them',
}
