/**
 * Which groups may be described: those with at least `least` members. When the groups left out have fewer members than that
 * together, the smallest of the others is left out too, or a subtraction from the total would describe them all the same.
 * @returns the groups that are described, in their order
 */
export const describedGroups = (
  groups: readonly { readonly group: number; readonly members: number }[],
  least: number,
): readonly number[] => {
  const bySize = groups.toSorted((a, b) => a.members - b.members || b.group - a.group)
  const out = bySize.filter(one => one.members < least)
  for (const next of bySize.slice(out.length)) {
    const hidden = out.reduce((sum, one) => sum + one.members, 0)
    if (out.length === 0 || hidden >= least) break
    out.push(next)
  }
  return groups.filter(one => !out.includes(one)).map(one => one.group)
}

/**
 * May the answers of `part` of the participants be counted apart? Not when they are too few, nor when those left outside are: a
 * subtraction from the total would tell what these said.
 */
export const mayTellApart = (part: number, all: number, least: number): boolean => part >= least && (all === part || all - part >= least)
