const r = (n: number) => Math.round(n * 10) / 10

/** A circle, a triangle, a square, a diamond, a cross, and a dot for whoever is in none of them. */
export const markPath = (shape: number, x: number, y: number, size: number): string => {
  const s = r(size)
  switch (shape) {
    case 0:
      return `M${r(x - s)} ${r(y)}a${s} ${s} 0 1 0 ${r(2 * s)} 0a${s} ${s} 0 1 0 ${r(-2 * s)} 0Z`
    case 1:
      return `M${r(x)} ${r(y - s * 1.2)}l${r(s * 1.15)} ${r(s * 2)}h${r(-s * 2.3)}Z`
    case 2:
      return `M${r(x - s * 0.9)} ${r(y - s * 0.9)}h${r(s * 1.8)}v${r(s * 1.8)}h${r(-s * 1.8)}Z`
    case 3:
      return `M${r(x)} ${r(y - s * 1.3)}l${r(s * 1.3)} ${r(s * 1.3)}l${r(-s * 1.3)} ${r(s * 1.3)}l${r(-s * 1.3)} ${r(-s * 1.3)}Z`
    case 4: {
      const [a, b] = [r(s * 0.45), r(s * 0.75)]
      return `M${r(x - a)} ${r(y - a - b)}h${r(2 * a)}v${b}h${b}v${r(2 * a)}h${r(-b)}v${b}h${r(-2 * a)}v${r(-b)}h${r(-b)}v${r(-2 * a)}h${b}Z`
    }
    default:
      return `M${r(x - s / 2)} ${r(y)}a${r(s / 2)} ${r(s / 2)} 0 1 0 ${s} 0a${r(s / 2)} ${r(s / 2)} 0 1 0 ${r(-s)} 0Z`
  }
}
