import { AnsweredAgainst } from './answeredAgainst.tsx'

export const examples = {
  'par âge': () => (
    <AnsweredAgainst
      count={340}
      source="Insee, recensement de la population 2021"
      groups={[
        { label: '15 à 29 ans', answered: 0.08, here: 0.19 },
        { label: '30 à 59 ans', answered: 0.51, here: 0.47 },
        { label: '60 ans et plus', answered: 0.41, here: 0.34 },
      ]}
    />
  ),
}
