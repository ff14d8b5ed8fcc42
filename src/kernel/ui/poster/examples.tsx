import { Poster } from './poster.tsx'

export const examples = {
  'une affiche': () => (
    <Poster title="Comment s’est passée votre visite ?" lead="Votre avis prend une minute, sans compte.">
      <p class="poster__code">yvette.exemple.fr/e/4K7R29</p>
    </Poster>
  ),
}
