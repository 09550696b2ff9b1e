-- *.journey is a customer journey map.
vim.filetype.add({ extension = { journey = 'journey' } })
if vim.fn.has('nvim-0.8') == 0 then
  -- Neovim 0.7 does not read the table above unless it is asked to.
  vim.cmd('autocmd filetypedetect BufRead,BufNewFile *.journey setfiletype journey')
end
