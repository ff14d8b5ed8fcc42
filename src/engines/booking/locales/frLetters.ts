/** What people are told by letter. */
export const letters = {
  'mail.confirmed': 'Réservation confirmée : {thing}',
  'mail.confirmedText':
    'Bonjour {name},\n\nVotre réservation est confirmée : {thing}, {when}.\nCode à montrer à l’arrivée : {code}\n\nVoir, ou annuler : {url}\n',
  'mail.asked': 'Demande reçue : {thing}',
  'mail.askedText':
    'Bonjour {name},\n\nVotre demande est reçue : {thing}, {when}. Une personne doit donner son accord ; vous serez prévenu.\n\n{url}\n',
  'mail.offered': 'Une place s’est libérée : {thing}',
  'mail.offeredText':
    'Bonjour {name},\n\nCe que vous attendiez est libre : {thing}, {when}.\nElle vous est gardée jusqu’au {until}. Ensuite, elle sera proposée à la personne suivante.\n\nRépondre : {url}\n',
  'mail.refused': 'Demande refusée : {thing}',
  'mail.refusedText': 'Bonjour {name},\n\nVotre demande pour {thing}, {when}, n’a pas été acceptée.\nMotif : {reason}\n\n{url}\n',
  'mail.cancelled': 'Réservation annulée : {thing}',
  'mail.cancelledText': 'Bonjour {name},\n\nVotre réservation est annulée : {thing}, {when}.\nMotif : {reason}\n\n{url}\n',
  'mail.missed': 'Absence notée : {thing}',
  'mail.missedText':
    'Bonjour {name},\n\nNous ne vous avons pas vu à votre réservation : {thing}, {when}. Si c’est une erreur, répondez à l’accueil : cela se corrige.\n\n{url}\n',
  'mail.reminder': 'Rappel : {thing}, {when}',
  'mail.reminderText':
    'Bonjour {name},\n\nVous avez réservé {thing}, {when}. Code à montrer à l’arrivée : {code}\nUn empêchement ? Annuler libère la place pour quelqu’un : {url}\n',
  'mail.suspended': 'Vos réservations sont suspendues jusqu’au {until}',
  'mail.suspendedText':
    'Bonjour {name},\n\nAprès {n, plural, one {une absence} other {# absences}} sans prévenir, vos réservations sont suspendues jusqu’au {until}.\nSi quelque chose vous en a empêché, dites-le ici, une personne vous lira : {url}\n',
  'mail.ended': 'Bien rendu : {thing}',
  'mail.endedText':
    'Bonjour {name},\n\n{thing} : {reason}\nLe temps qui restait est libre pour quelqu’un d’autre. Merci.\n\nLe détail et le compte : {url}\n',
} as const
