-- Types a session in a Neovim of its own, whose server is behind tee.mjs. Waits are on conditions.
-- The arguments are the command that starts Neovim.
local fn = vim.fn
local maps = vim.env.MAPS
local ended

local command = vim.list_extend({}, _G.arg)
local plugin = 'set hidden runtimepath^=' .. vim.env.PLUGIN
vim.list_extend(command, { '--embed', '--headless', '--clean', '-n', '-i', 'NONE', '--cmd', plugin })
local editor = fn.jobstart(command, {
  rpc = true,
  cwd = maps,
  on_exit = function(_, code)
    ended = code
  end,
})

local function lua(code, ...)
  return fn.rpcrequest(editor, 'nvim_exec_lua', code, { ... })
end

local function wait(what, condition)
  local value
  local came = vim.wait(20000, function()
    value = condition()
    return value
  end, 10)
  if not came then
    io.stderr:write('waited in vain for ' .. what .. '\n' .. vim.inspect(lua([[
      return { vim.api.nvim_buf_get_lines(0, 0, -1, false), Seen, vim.fn.execute('messages') }
    ]])) .. '\n')
    vim.cmd('cquit 1')
  end
  return value
end

local function keys(text)
  fn.rpcrequest(editor, 'nvim_input', text)
end

--- Types, and waits until it has arrived: the editor asks for keys again, in normal mode.
local function type_keys(text)
  keys(text)
  wait('the keys ' .. text, function()
    local mode = fn.rpcrequest(editor, 'nvim_get_mode')
    return mode.mode == 'n' and not mode.blocking
  end)
end

--- Waits until the server has answered everything that it was asked.
local function settle()
  wait('the answers', function()
    return lua([[
      local client = vim.lsp.get_clients()[1]
      return client and client.initialized and vim.tbl_isempty(client.requests)
    ]])
  end)
end

local function line_of(text)
  return wait('a line with ' .. text, function()
    return lua([[
      for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
        if line:find(..., 1, true) then return i end
      end
      return false
    ]], text)
  end)
end

local function go(text, column)
  lua('vim.api.nvim_win_set_cursor(0, { ... })', line_of(text), column or 0)
end

local function found(code)
  return lua([[
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if d.code == ... then return true end
    end
    return false
  ]], code)
end

--- Asks as the editor does for the place of the cursor; what the server cannot do is left out.
local function ask(method, more)
  lua([[
    local method, more = ...
    local client = vim.lsp.get_clients()[1]
    if not client.supports_method(method) then return end
    local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
    params = vim.tbl_extend('force', params, more)
    local reply = vim.lsp.buf_request_sync(0, method, params, 20000)
    assert(reply and not vim.tbl_isempty(reply), method)
  ]], method, more or {})
end

lua([[
  Seen = {}
  vim.opt.completeopt = { 'menuone' }
  vim.opt.swapfile = false
  vim.notify = function(message) table.insert(Seen, message) end
  vim.ui.select = function(items, options, choose)
    for i, item in ipairs(items) do
      if options.format_item(item):find(Want, 1, true) then return choose(item, i) end
    end
    choose(nil)
  end
  vim.ui.input = function(_, done) done(Want) end
  require('journey').setup({
    cmd = { 'node', vim.env.HERE .. '/tee.mjs', vim.env.RAW, vim.env.JOURNEY, 'lsp' },
    open = function(address) Address = address end,
  })
  vim.cmd('edit lunch.journey')
]])

-- Reading.
wait('the findings', function()
  return found('unknown-keyword')
end)
settle()
lua([[vim.lsp.buf.document_symbol({ on_list = function() end })]])
go('Emotion [Emma]', 6)
lua([[vim.lsp.buf.hover()]])
settle()
type_keys('<Esc>')
go('Next [queue', 27)
for _, method in ipairs({ 'definition', 'references', 'documentHighlight', 'prepareCallHierarchy' }) do
  ask('textDocument/' .. method, method == 'references' and { context = { includeDeclaration = true } } or nil)
end
lua([[
  local client = vim.lsp.get_clients()[1]
  local whole = { start = { line = 0, character = 0 }, ['end'] = { line = 10, character = 0 } }
  for method, more in pairs({
    ['textDocument/foldingRange'] = {},
    ['textDocument/codeLens'] = {},
    ['textDocument/documentLink'] = {},
    ['textDocument/semanticTokens/full'] = {},
    ['textDocument/inlayHint'] = { range = whole },
    ['workspace/symbol'] = { query = 'menu' },
    ['textDocument/selectionRange'] = { positions = { whole.start, whole['end'] } },
  }) do
    if client.supports_method(method) then
      more.textDocument = not more.query and vim.lsp.util.make_text_document_params() or nil
      vim.lsp.buf_request_sync(0, method, more, 20000)
    end
  end
]])
settle()

-- Writing: a keyword completed and accepted, letters of every length, an undo.
go('Waits in the queue')
keys('o  Thou<C-x><C-o>')
wait('the menu', function()
  return lua('return vim.fn.pumvisible() == 1')
end)
type_keys('<C-y>Når er det <lt>æøå> 👩‍👩‍👧 sin tur?<Esc>')
settle()
type_keys('oEmotion: 😀 happy (+9)<Esc>')
wait('the wrong score', function()
  return found('invalid-value')
end)
type_keys('u')
wait('the findings to go', function()
  return not found('invalid-value')
end)
settle()

-- Mending: the quick fix, a new name, the layout.
go('Emotoin', 6)
lua([[Want = 'Emotion'; vim.lsp.buf.code_action()]])
line_of('Emotion: curious')
settle()
go('Touchpoint: Looks', 20)
lua([[
  local client = vim.lsp.get_clients()[1]
  if client.supports_method('textDocument/rename') then
    Want = 'Reads the menu 🍲'
    vim.lsp.buf.rename('Reads the menu 🍲')
  end
]])
settle()
lua([[vim.lsp.buf.format({ timeout_ms = 20000 })]])
line_of('    Channel: Canteen')
settle()

-- A second map, a look at the preview, a file saved and closed, another change, and away.
type_keys(':JourneyPreview<CR>')
wait('the address', function()
  return lua('return Address or false')
end)
type_keys(':write<CR>')
type_keys(':edit people.journey<CR>')
type_keys('Go  Need: Vegetarian food<Esc>')
settle()
type_keys(':write | bdelete<CR>')
line_of('Journey: Buying')
type_keys('ggA tomorrow<Esc>')
settle()
wait('the last findings', function()
  return lua('return #vim.diagnostic.get(0) > 0')
end)
type_keys(':write<CR>')
type_keys(':bdelete<CR>')
keys(':qall!<CR>')
wait('the editor to leave', function()
  return ended
end)
vim.cmd(ended == 0 and 'qall!' or 'cquit 1')
