-- How a .journey file is edited: comments, continuations, indentation, highlighting, folds.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local opt = vim.opt_local
opt.commentstring = '# %s'
-- A continuation line is a comment to Vim: Enter and `o` start the next one with `| ` too.
opt.comments = { 'b:#', 'b:|' }
opt.formatoptions:remove('t') -- an entry's text is one line, however long
opt.formatoptions:append('croqlj')
opt.expandtab = true
opt.shiftwidth = 2
opt.softtabstop = 2
opt.autoindent = true

vim.b.undo_ftplugin = 'setlocal commentstring< comments< formatoptions< expandtab< shiftwidth<'
  .. ' softtabstop< autoindent< foldmethod< foldexpr< foldlevel<'
  .. ' | lua pcall(vim.treesitter.stop, 0)'

require('journey.parser').start(vim.api.nvim_get_current_buf())
