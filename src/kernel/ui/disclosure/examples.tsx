import { Disclosure } from './disclosure.tsx'

export const examples = {
  fermé: () => (
    <Disclosure summary="Comment les amendements sont fusionnés">
      <p>
        Deux amendements qui touchent le même paragraphe sont comparés mot à mot. S’ils se contredisent, le groupe de travail choisit et dit
        pourquoi.
      </p>
    </Disclosure>
  ),
}
