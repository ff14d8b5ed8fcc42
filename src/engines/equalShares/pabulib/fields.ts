type Fields = Readonly<Record<'meta' | 'projects' | 'votes', readonly string[]>>

/** The fields of the format, in the order its checker asks for. */
export const known: Fields = {
  meta: 'description country unit district subunit instance num_projects num_votes budget vote_type rule date_begin date_end min_length max_length min_sum_cost max_sum_cost min_points max_points min_sum_points max_sum_points default_score min_project_cost max_project_cost min_project_score_threshold neighborhoods subdistricts categories edition language currency fully_funded experimental comment acknowledgments leftover_budget budget_per_category budget_per_neighborhood min_length_per_category max_length_per_category min_sum_cost_per_category max_sum_cost_per_category'.split(
    ' ',
  ),
  projects:
    'project_id cost votes score name category beneficiaries selected neighborhood subunit district description proposer public_id latitude longitude'.split(
      ' ',
    ),
  votes:
    'voter_id vote points age sex voting_method district neighborhood education topic_preference_transport topic_preference_culture topic_preference_nature district_preference time_taken_seconds format_easiness format_expressiveness format_rank'.split(
      ' ',
    ),
}

/** Those without which a file is refused. */
export const needed: Fields = {
  meta: 'description country unit instance num_projects num_votes budget vote_type rule date_begin date_end'.split(' '),
  projects: 'project_id cost'.split(' '),
  votes: 'voter_id vote'.split(' '),
}

export const voteTypes: readonly string[] = ['ordinal', 'approval', 'cumulative', 'scoring', 'choose-1']

export const rules: readonly string[] = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'greedy-exclusive',
  'greedy-custom',
  'equalshares',
  'equalshares-comparison',
  'equalshares/add1',
  'equalshares/add1-comparison',
  'unknown',
]
