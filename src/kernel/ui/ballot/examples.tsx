import { BallotBar, BallotList } from './ballotList.tsx'

const lines = [
  { id: '1', title: 'Une fontaine à boire au parc', href: '/galerie', cost: '8 000 €', note: 'Parc de la Prairie', given: 1 },
  { id: '2', title: 'Des arceaux à vélos devant les écoles', href: '/galerie', cost: '6 400 €', note: 'Trois écoles', given: 0 },
]
const words = {
  choose: (title: string) => `Choisir : ${title}`,
  pointsLabel: (title: string) => `Points pour ${title}`,
  see: 'Voir le projet',
}

export const examples = {
  'cases à cocher': () => (
    <>
      <BallotList lines={lines} {...words} />
      <BallotBar state="Brouillon : ce bulletin n’est pas déposé.">
        <p>1 projet choisi, 8 000 € sur 60 000 €</p>
      </BallotBar>
    </>
  ),
  points: () => <BallotList lines={lines.map(line => ({ ...line, id: `p${line.id}`, given: line.given * 3 }))} points={10} {...words} />,
}
