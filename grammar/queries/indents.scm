; Two spaces a level, as the formatter does it. Journeys, personas and phases stand at the margin,
; so the journey's own lines are indented one by one and not as a block.
; @indent.* is for Neovim, @indent, @outdent and @extend are for Helix.

[
  (persona)
  (phase)
  (touchpoint)
  (opportunity)
] @indent.begin @indent @extend

(journey head: (entry) @indent.begin @indent @extend)
