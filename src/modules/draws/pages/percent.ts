/** `9,1 %`, cut and never rounded up: a promise. */
export const percent = (share: number) => `${(Math.floor(share * 1000 + 1e-4) / 10).toFixed(1).replace('.', ',')}\u00a0%`
