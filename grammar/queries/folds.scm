; Every block folds. An entry that runs on over continuation lines folds with its block.
[
  (journey)
  (persona)
  (phase)
  (touchpoint)
  (opportunity)
] @fold
