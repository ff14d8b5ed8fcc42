import type { ComponentChildren } from 'preact'

/** A table; under 480 px, each row becomes a list of labelled values. The first cell names its row. */
export const Table = ({
  caption,
  hideCaption,
  head,
  rows,
  numeric = [],
}: {
  caption: string
  hideCaption?: boolean | undefined
  head: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
  /** Columns of figures, from 0: aligned right. */
  numeric?: readonly number[] | undefined
}) => (
  <div class="table-frame">
    <table class="table" role="table">
      <caption class={hideCaption ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((label, at) => (
            <th key={at} role="columnheader" scope="col" class={numeric.includes(at) ? 'figure' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, at) => (
          <tr key={at} role="row">
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} role="rowheader" scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} role="cell" data-label={head[column]} class={numeric.includes(column) ? 'figure' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
