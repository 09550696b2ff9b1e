-- Customer journey maps in Neovim: what users call.
local client = require('journey.client')
local parser = require('journey.parser')

local M = {}

--- May be called again; only what `options` names changes.
--- @param options table|nil
---   cmd           list: the language server, { 'journey', 'lsp' } by default
---   open          function(address): shows the live preview, the system's browser by default
---   settings      table: what holds for maps whose project has no journey.json, in the same words
---   on_type       false: lines are not put where they belong while one types
---   on_attach     function(client, bufnr): your key maps
---   capabilities  table: what a completion plugin adds
function M.setup(options)
  client.config = vim.tbl_extend('force', client.config, options or {})

  local group = vim.api.nvim_create_augroup('journey', { clear = true })
  local function attach(event)
    client.attach(event.buf)
  end
  vim.api.nvim_create_autocmd('FileType', { group = group, pattern = 'journey', callback = attach })
  -- A new buffer gets its name, and with it a server, when it is first written.
  vim.api.nvim_create_autocmd('BufFilePost', { group = group, callback = attach })

  vim.api.nvim_create_autocmd('BufWritePost', {
    group = group,
    pattern = 'journey.json',
    callback = function(event)
      client.settings_saved(vim.fn.fnamemodify(event.file, ':p'))
    end,
  })

  vim.api.nvim_create_user_command('JourneyPreview', function()
    client.preview(vim.api.nvim_get_current_buf())
  end, { desc = 'Show the map of this file, live, in the browser' })
  vim.api.nvim_create_user_command('JourneyBuildParser', function()
    parser.build()
  end, { desc = 'Compile the tree-sitter parser for .journey files' })

  -- Later, so that a setup() that follows the automatic one still chooses the command.
  vim.schedule(function()
    for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
      client.attach(bufnr)
    end
  end)
end

return M
