-- The settings of the editor under test: the plugin on the runtimepath, and eyes for the test.
vim.opt.runtimepath:prepend(vim.env.CHECKOUT .. '/editors/neovim')
-- The parsers that come with Neovim, where it is not installed but unpacked somewhere.
vim.opt.runtimepath:append(vim.env.VIMRUNTIME .. '/../../../lib/nvim')
vim.opt.completeopt = { 'menuone' }
vim.opt.swapfile = false
vim.opt.hidden = true

Seen = { messages = {} }
vim.notify = function(message)
  table.insert(Seen.messages, message)
end
--- A menu: takes the first item that has the wanted words in it.
vim.ui.select = function(items, options, choose)
  Seen.menu = vim.tbl_map(options.format_item, items)
  for i, text in ipairs(Seen.menu) do
    if text:find(Seen.want, 1, true) then
      return choose(items[i], i)
    end
  end
  choose(nil)
end

require('journey').setup({
  -- Keeps the server's exit code, which Neovim does not tell when it leaves.
  cmd = { 'sh', '-c', '"$CHECKOUT/build/journey" lsp; echo $? >> "$CHECKOUT/exit-codes"' },
  settings = { rules = { ['broken-reference'] = 'hint' } },
  open = function(address)
    Seen.address = address
  end,
})
