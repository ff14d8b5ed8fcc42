/** Group 0 is called A. */
export const letterOf = (group: number): string => String.fromCharCode(65 + group)
