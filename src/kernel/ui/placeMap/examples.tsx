import { PlaceMap } from './placeMap.tsx'

export const examples = {
  'trois projets': () => (
    <PlaceMap
      title="Où sont les projets"
      description="Plan schématique : la rivière, la voie ferrée, trois lieux et trois projets."
      paths={[
        {
          kind: 'river',
          name: 'L’Yvette',
          points: [
            { latitude: 48.7, longitude: 2.165 },
            { latitude: 48.698, longitude: 2.18 },
            { latitude: 48.7, longitude: 2.2 },
          ],
        },
        {
          kind: 'railway',
          name: '',
          points: [
            { latitude: 48.695, longitude: 2.165 },
            { latitude: 48.694, longitude: 2.2 },
          ],
        },
      ]}
      places={[
        { name: 'Mairie', latitude: 48.6965, longitude: 2.175 },
        { name: 'Gare', latitude: 48.6945, longitude: 2.186 },
        { name: 'Lavoir', latitude: 48.7015, longitude: 2.192 },
      ]}
      marks={[
        { number: '1', title: 'Fontaine à boire', latitude: 48.7005, longitude: 2.175, tone: 'won' },
        { number: '2', title: 'Bancs à l’ombre', latitude: 48.7035, longitude: 2.183 },
        { number: '3', title: 'Abri à vélos', latitude: 48.692, longitude: 2.181, tone: 'not' },
      ]}
    />
  ),
}
