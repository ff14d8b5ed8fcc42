import { drawnPicture } from '#kernel/demonstration'

/** A plot seen from its path: rows of vegetables, or grass as high as one's knee. Drawn, so that no real garden is shown. */
export const drawnPlot = (state: 'kept' | 'neglected'): Promise<Uint8Array> =>
  drawnPicture(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420" viewBox="0 0 640 420">
  <rect width="640" height="420" fill="#cfe3ec"/>
  <circle cx="540" cy="76" r="34" fill="#f6d78a"/>
  <path d="M0 180 90 130l80 40 110-70 90 66 120-54 150 68v60H0Z" fill="#9dbb96"/>
  <path d="M0 200h640v220H0Z" fill="#8a6a4b"/>
  <path d="M0 196h640v10H0Z" fill="#6f5238"/>
  ${state === 'kept' ? rows() : grass()}
  <path d="M0 402h640v18H0Z" fill="#cbb894"/>
</svg>`)

const rows = () =>
  [240, 290, 345]
    .flatMap((y, row) =>
      Array.from({ length: 9 - row }, (_, at) => {
        const x = 50 + at * (66 + row * 9)
        return row === 1
          ? `<path d="M${x} ${y}v-42" stroke="#5c7d3d" stroke-width="5"/><circle cx="${x}" cy="${y - 30}" r="9" fill="#c8472f"/><circle cx="${x + 9}" cy="${y - 16}" r="8" fill="#d9623f"/>`
          : `<circle cx="${x}" cy="${y - 8}" r="${16 + row * 3}" fill="${row === 0 ? '#4f8a4c' : '#76a851'}"/>`
      }),
    )
    .join('')
const grass = () =>
  Array.from({ length: 90 }, (_, at) => {
    const [x, height] = [(at * 71) % 640, 60 + ((at * 37) % 90)]
    const y = 260 + ((at * 53) % 140)
    return `<path d="M${x} ${y}q${(at % 5) * 6 - 12} ${-height / 2} ${(at % 7) * 6 - 18} ${-height}" stroke="${at % 3 === 0 ? '#7d8f3f' : '#5f7a38'}" stroke-width="4" fill="none"/>`
  }).join('')
