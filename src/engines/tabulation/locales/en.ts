import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'precision.open':
    'Everyone chose whether to answer: these results say what those who answered think, not the whole commune. The intervals are indicative: what they would be at 95% if those who answered had been drawn by lot.',
  'precision.drawn':
    'The people asked were drawn by lot. Confidence intervals at 95% (Wilson); they say nothing of those drawn who did not answer.',
  'precision.everyone': 'Every member of the group could answer. The intervals are indicative: they say nothing of those who did not.',
  'hidden.why':
    'A hidden figure counts fewer than {threshold} people, or would let one be found by subtraction. Nobody must be able to guess someone’s answer.',
  'hidden.joined': 'Answers given by fewer than {threshold} people are put together.',
  'withheld.too-few': 'Fewer than {threshold} people answered: this table is not published.',
  'withheld.unanimous': 'Too few people answered, and all alike: this table is not published.',
  'withheld.unsafe': 'This table is not published: a few people’s answers could be found in it.',
  'withheld.held': 'This table stays as it was published: too few answers have come since, and a subtraction would reveal them.',
  'weighted.how':
    'Results weighted on {dimensions}: each answer counts {lowest} to {highest} times. Weighting corrects age or district, not the opinions of those who did not answer.',
  'refused.nobody': 'Nobody answered: there is nothing to weight.',
  'refused.empty-margin': 'Weighting is impossible: nobody answered in the category “{category}” ({dimension}).',
  'refused.outside-population': 'Weighting is impossible: the category “{category}” ({dimension}) has no population.',
  'refused.weights-explode': 'Weighting is impossible: a few answers would weigh far too much.',
  'refused.no-agreement': 'Weighting is impossible: the margins of the population cannot be met together.',
}
