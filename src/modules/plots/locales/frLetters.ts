/** What people are told. `letter.*` is its name in a file; `mail.*` its subject and its text. */
export const letters = {
  'letter.applied': 'Demande reçue',
  'letter.published': 'Liste publiée',
  'letter.waits': 'Résultat du tirage : liste d’attente',
  'letter.offered': 'Parcelle proposée',
  'letter.expired': 'Proposition arrivée à son terme',
  'letter.signed': 'Convention signée',
  'letter.visited': 'Compte rendu de visite',
  'letter.reminder': 'Rappel',
  'letter.notice': 'Mise en demeure',
  'letter.release': 'Décision de reprise',
  'letter.cured': 'Parcelle entretenue, fin de la procédure',
  'letter.upheld': 'Contestation acceptée',
  'letter.dismissed': 'Contestation rejetée',
  'letter.released': 'Parcelle reprise',
  'letter.returned': 'Parcelle rendue',
  'letter.ending': 'Fin de saison',
  'letter.title': 'Courrier',
  'letter.when': 'Écrit le',
  'letter.how': 'Comment',
  'channel.waiting': 'en préparation',
  'channel.mail': 'par courriel',
  'channel.paper': 'sur papier, à remettre',
  'channel.handed': 'sur papier, remis le {date}',
  'mail.hello': 'Bonjour {name},',
  'mail.foot': 'Votre dossier : {url}\nJardins partagés de {town}',
  'mail.applied': 'Votre demande de parcelle porte le numéro {number}',
  'mail.appliedText':
    'Nous avons reçu votre demande de parcelle. Elle porte le numéro {number}. Vous pouvez la corriger jusqu’au {closesOn}. Le tirage a lieu le {drawOn}.',
  'mail.published': 'La liste des demandes de parcelle est publiée',
  'mail.publishedText':
    'La liste des demandes est publiée sans les noms. Vous y êtes « {pseudonym} », en priorité {tier}. Le tirage public a lieu le {drawOn}.',
  'mail.waits': 'Vous êtes numéro {rank} sur la liste d’attente',
  'mail.waitsText':
    'Aucune des parcelles libres qui vous convenaient n’était encore disponible à votre rang. Vous êtes numéro {rank} sur la liste d’attente. Si une parcelle se libère, elle vous sera proposée à votre tour.',
  'mail.offered': 'La parcelle {plot} vous est proposée',
  'mail.offeredText':
    'La parcelle {plot} ({garden}) vous est proposée. Lisez la convention et signez-la, ou refusez, avant le {answerBy} inclus. Passé ce jour, elle sera proposée à la personne suivante.',
  'mail.expired': 'La proposition de la parcelle {plot} est arrivée à son terme',
  'mail.expiredText':
    'Nous n’avons pas reçu votre réponse pour la parcelle {plot} ({garden}). Elle est proposée à la personne suivante. Si vous n’avez pas pu répondre, écrivez-nous : une personne regardera.',
  'mail.signed': 'Convention signée pour la parcelle {plot}',
  'mail.signedText':
    'Vous avez signé la convention de la parcelle {plot} ({garden}). Redevance de la saison : {amount}. Dépôt de garantie : {deposit}. Le règlement se fait à la mairie ; le calcul est dans votre dossier.',
  'mail.visited': 'Visite de la parcelle {plot}',
  'mail.visitedText': 'Un référent est passé à la parcelle {plot} ({garden}). Ce qu’il a noté : {state}. {note}',
  'mail.reminder': 'Rappel pour la parcelle {plot}',
  'mail.reminderText':
    'La parcelle {plot} ({garden}) n’est plus entretenue. {reason}\n\nMerci de la remettre en culture avant le {dueOn} inclus. Un empêchement ? Dites-le nous : vous pouvez contester ce rappel jusqu’à ce jour.',
  'mail.notice': 'Mise en demeure pour la parcelle {plot}',
  'mail.noticeText':
    'Malgré le rappel, la parcelle {plot} ({garden}) n’est pas entretenue. {reason}\n\nVous avez jusqu’au {dueOn} inclus pour la remettre en culture. Vous pouvez contester jusqu’à ce jour ; une autre personne vous répondra.',
  'mail.release': 'Reprise de la parcelle {plot}',
  'mail.releaseText':
    'La mise en demeure est restée sans effet. {reason}\n\nLa parcelle {plot} ({garden}) sera reprise après le {dueOn}. Vous pouvez contester jusqu’à ce jour : la reprise attend alors la réponse d’une autre personne.',
  'mail.cured': 'La parcelle {plot} est de nouveau entretenue',
  'mail.curedText':
    'Un référent est passé à la parcelle {plot} ({garden}) : elle est entretenue. La procédure est terminée. Merci ! {note}',
  'mail.upheld': 'Votre contestation est acceptée',
  'mail.upheldText': 'Votre contestation sur la parcelle {plot} ({garden}) est acceptée ; la procédure s’arrête. {answer}',
  'mail.dismissed': 'Réponse à votre contestation',
  'mail.dismissedText':
    'Votre contestation sur la parcelle {plot} ({garden}) n’est pas retenue. {answer}\n\nLe délai du {dueOn} reste celui de l’étape. Vous pouvez saisir le médiateur ou le tribunal administratif.',
  'mail.released': 'La parcelle {plot} est reprise',
  'mail.releasedText':
    'La parcelle {plot} ({garden}) est reprise depuis aujourd’hui. Convenez d’un jour avec le référent pour l’état des lieux : votre dépôt y sera réglé.',
  'mail.returned': 'La parcelle {plot} est rendue',
  'mail.returnedText': 'L’état des lieux de la parcelle {plot} ({garden}) est fait. Dépôt rendu : {amount}. {note}',
  'mail.ending': 'Gardez votre parcelle la saison prochaine',
  'mail.endingText':
    'Votre convention va jusqu’au {until}. Pour garder la parcelle, demandez-le dans votre dossier avant le {before} inclus.',
  'letter.closing': 'Fermeture du jardin',
  'letter.changed': 'Parcelle modifiée',
  'letter.withdrawn': 'Parcelle hors service',
  'mail.closing': 'Le jardin {garden} ferme le {closesOn}',
  'mail.closingText':
    'Le jardin {garden} ferme. Motif : {reason}. Vous gardez la parcelle {plot} jusqu’au {closesOn} inclus : récoltez, reprenez vos outils. La caution vous sera rendue après l’état des lieux.',
  'mail.changed': 'Votre parcelle {plot} a été modifiée',
  'mail.changedText':
    'Le plan du jardin {garden} a changé : votre parcelle {before} porte maintenant le numéro {plot}, ou sa place, son eau ou son soleil sont décrits autrement. Sa surface reste la même. Regardez le plan, et dites-nous si quelque chose ne va pas.',
  'mail.withdrawn': 'La parcelle {plot} ne sera plus attribuée',
  'mail.withdrawnText':
    'La parcelle {plot} ({garden}) est mise hors service. Motif : {reason}. Vous la gardez jusqu’au {until} ; elle ne sera pas renouvelée.',
}
