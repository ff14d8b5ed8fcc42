/** Contrast ratio between two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, 1.4.3). */
export const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const luminance = (colour: string) => {
  const [red, green, blue] = (parseColour(colour) ?? [0, 0, 0]).map(linear)
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)

/** Red, green and blue, 0 to 255; null when it is not `#rrggbb`. */
export const parseColour = (colour: string): [number, number, number] | null => {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  return digits ? [parseInt(digits[1]!, 16), parseInt(digits[2]!, 16), parseInt(digits[3]!, 16)] : null
}

/** `share` of the other colour poured into the first, 0 to 1. */
export const mix = (one: string, other: string, share: number) => {
  const [a, b] = [parseColour(one) ?? [0, 0, 0], parseColour(other) ?? [0, 0, 0]]
  return `#${a
    .map((value, at) =>
      Math.round(value + (b[at]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
