/** Whether somebody should buy more: what is left reached the mark, and the material is still offered. */
export const isLow = ({
  stock,
  lowMark,
  retiredOn,
}: {
  readonly stock: number | null
  readonly lowMark: number | null
  readonly retiredOn: string | null
}): boolean => stock !== null && lowMark !== null && stock <= lowMark && retiredOn === null
