import { QrCode } from './qrCode.tsx'

export const examples = {
  'une adresse': () => <QrCode address="https://yvette.exemple.fr/e/4K7R29" label="Donner votre avis : yvette.exemple.fr/e/4K7R29" />,
}
