import { Drawing } from './drawing.tsx'
import { type Shape, shapes } from './shapes.ts'

export const examples = {
  toutes: () => (
    <p>
      {(Object.keys(shapes) as Shape[]).map(name => (
        <Drawing key={name} name={name} />
      ))}
    </p>
  ), // the keys are its own names
  grande: () => <Drawing name="townHall" size="large" />,
}
