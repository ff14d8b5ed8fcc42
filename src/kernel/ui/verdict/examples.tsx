import { Verdict } from './verdict.tsx'

export const examples = {
  permis: () => <Verdict is="allowed" title="Vous pouvez soutenir cette mesure" />,
  refusé: () => (
    <Verdict is="refused" title="Vous ne pouvez plus soutenir cette mesure">
      Elle est close depuis le mardi 3 mars 2027.
    </Verdict>
  ),
  manque: () => (
    <Verdict is="missing">
      Dites-nous <a href="#commune">dans quelle commune vous vivez</a> pour savoir si vous pouvez voter.
    </Verdict>
  ),
}
