import { drawnPicture } from '#kernel/demonstration'

/** The six faces of a box of books, laid on one sheet as the laser cuts them. */
export const drawnFaces = (): Promise<Uint8Array> => {
  const face = (x: number, y: number, width: number, height: number, name: string) =>
    `<path d="${notched(x, y, width, height)}" fill="#f3e4c8" stroke="#b3402a" stroke-width="2"/><text x="${x + width / 2}" y="${y + height / 2}" font-family="sans-serif" font-size="18" text-anchor="middle" fill="#4b3a28">${name}</text>`
  return drawnPicture(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="480" viewBox="0 0 720 480">
  <rect width="720" height="480" fill="#ffffff"/>
  <rect x="10" y="10" width="700" height="460" fill="none" stroke="#888" stroke-dasharray="6 6"/>
  ${face(40, 40, 200, 160, 'fond')}${face(270, 40, 200, 160, 'porte')}${face(500, 40, 160, 160, 'côté')}
  ${face(40, 250, 200, 160, 'toit')}${face(270, 250, 200, 160, 'sol')}${face(500, 250, 160, 160, 'côté')}
</svg>`)
}

const notched = (x: number, y: number, width: number, height: number) => {
  const tooth = width / 8
  const top = Array.from({ length: 4 }, () => `h${tooth}v8h${tooth}v-8`).join('')
  return `M${x} ${y}${top}v${height}h${-width}z`
}
