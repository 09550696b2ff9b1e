; Colours for Neovim, Helix and `tree-sitter highlight`. They differ in which of two matching
; patterns wins, so no two patterns here match the same node.

; Titles of the blocks
(journey head: (entry keyword: (journey_keyword) @keyword text: (text) @markup.heading.1))
(persona head: (entry keyword: (persona_keyword) @keyword text: (text) @markup.heading.2))
(phase head: (entry keyword: (phase_keyword) @keyword text: (text) @markup.heading.2))
(touchpoint head: (entry keyword: (touchpoint_keyword) @keyword text: (text) @markup.heading.3))
(opportunity head: (entry keyword: (opportunity_keyword) @keyword text: (text) @markup.heading.4))

; Entries whose text is prose
(entry
  keyword: [
    (author_keyword) (scenario_keyword) (problem_keyword) (segment_keyword) (lane_keyword)
    (goal_keyword) (need_keyword) (preference_keyword) (demographics_keyword)
    (behaviour_keyword) (channel_keyword) (action_keyword) (thought_keyword) (pain_keyword)
    (scene_keyword) (moment_keyword) (solution_keyword) (owner_keyword) (metric_keyword)
    (evidence_keyword) (note_keyword)
  ] @property)

; Entries whose text is a value
(entry keyword: [(model_keyword) (state_keyword) (priority_keyword)] @property text: (text) @constant)
(entry keyword: [(votes_keyword) (reviewed_keyword)] @property text: (text) @number)
(entry keyword: (emotion_keyword) @property text: (text) @string.special)
(entry keyword: (quote_keyword) @property text: (text) @markup.quote)
(entry keyword: (image_keyword) @property text: (text) @markup.link.url)
(entry keyword: (next_keyword) @property text: (text) @markup.link.label)

; The same while their text is still to come
(journey head: (entry keyword: (journey_keyword) @keyword !text))
(persona head: (entry keyword: (persona_keyword) @keyword !text))
(phase head: (entry keyword: (phase_keyword) @keyword !text))
(touchpoint head: (entry keyword: (touchpoint_keyword) @keyword !text))
(opportunity head: (entry keyword: (opportunity_keyword) @keyword !text))
(entry
  keyword: [
    (model_keyword) (state_keyword) (priority_keyword) (votes_keyword) (reviewed_keyword)
    (emotion_keyword) (quote_keyword) (image_keyword) (next_keyword)
  ] @property
  !text)

; Rows of one's own, such as Backstage. A misspelt keyword looks like one, which is a hint too.
(entry keyword: (unknown_keyword) @label)

(qualifier) @variable.parameter
(entry ":" @punctuation.delimiter)
(continuation "|" @punctuation.special)

((comment) @keyword.directive
  (#match? @keyword.directive "^#[ \t]*(language|journey-ignore|journey-ignore-file)[ \t]*:"))
((comment) @comment
  (#not-match? @comment "^#[ \t]*(language|journey-ignore|journey-ignore-file)[ \t]*:"))
