-- Switches the plugin on with its defaults. `let g:journey_no_auto = 1` leaves that to you.
if vim.g.loaded_journey or vim.g.journey_no_auto then
  return
end
vim.g.loaded_journey = true
require('journey').setup()
