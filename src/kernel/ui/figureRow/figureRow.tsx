import type { ComponentChildren } from 'preact'

/** A few figures side by side, each with its words; a figure may be an `<OpenFigure>`. */
export const FigureRow = ({
  figures,
}: {
  figures: readonly { readonly value: ComponentChildren; readonly label: string; readonly note?: string | undefined }[]
}) => (
  <dl class="figures">
    {figures.map(figure => (
      <div key={figure.label} class="figures__one">
        <dt>{figure.label}</dt>
        <dd class="figures__value">{figure.value}</dd>
        {figure.note && <dd class="figures__note">{figure.note}</dd>}
      </div>
    ))}
  </dl>
)
