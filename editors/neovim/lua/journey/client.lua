-- The language server: one client a project, started with the first .journey file of it.
local M = {}

local NAME = 'journey'
local uv = vim.loop
local by_root = {} -- root folder -> client id

M.config = {}

local function notify(message, level)
  vim.notify('journey: ' .. message, level or vim.log.levels.INFO)
end

--- The program built in the checkout that this plugin is part of, else the one on PATH.
local function default_cmd()
  local plugin = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')
  local built = (uv.fs_realpath(plugin) or plugin) .. '/../../build/journey'
  return { vim.fn.executable(built) == 1 and uv.fs_realpath(built) or 'journey', 'lsp' }
end

--- The nearest folder upwards that holds journey.json, else .git, else the file's own.
local function root_of(path)
  local own = vim.fn.fnamemodify(path, ':p:h')
  for _, marker in ipairs({ 'journey.json', '.git' }) do
    local dir = own
    while true do
      if uv.fs_stat(dir .. '/' .. marker) then
        return dir
      end
      local parent = vim.fn.fnamemodify(dir, ':h')
      if parent == dir then
        break
      end
      dir = parent
    end
  end
  return own
end

--- Opens a page in the browser and says where it is, for whoever works over ssh.
local function open_page(address)
  if not address:match('^https?://') then
    return false
  end
  if M.config.open then
    M.config.open(address)
    return true
  end
  if vim.ui.open then
    vim.ui.open(address)
  else
    for _, opener in ipairs({ 'xdg-open', 'open', 'wslview' }) do
      if vim.fn.executable(opener) == 1 then
        vim.fn.jobstart({ opener, address }, { detach = true })
        break
      end
    end
  end
  notify('the preview is at ' .. address)
  return true
end

--- A place in a file, for Neovim 0.7, which has no handler of its own.
local function show_place(params, encoding)
  local bufnr = vim.uri_to_bufnr(params.uri)
  local win = vim.fn.win_findbuf(bufnr)[1] or vim.api.nvim_get_current_win()
  vim.api.nvim_buf_set_option(bufnr, 'buflisted', true)
  vim.api.nvim_win_set_buf(win, bufnr)
  if params.takeFocus ~= false then
    vim.api.nvim_set_current_win(win)
  end
  if params.selection then
    local start = params.selection.start
    local line = vim.api.nvim_buf_get_lines(bufnr, start.line, start.line + 1, false)[1] or ''
    local ok, column = pcall(vim.str_byteindex, line, start.character, encoding == 'utf-16')
    vim.api.nvim_win_set_cursor(win, { start.line + 1, ok and column or 0 })
  end
  return true
end

local function show_document(err, params, context, config)
  if params.external then
    return { success = open_page(params.uri) }
  end
  local theirs = vim.lsp.handlers['window/showDocument']
  if theirs then
    return theirs(err, params, context, config)
  end
  local encoding = vim.lsp.get_client_by_id(context.client_id).offset_encoding
  return { success = show_place(params, encoding) }
end

--- A code lens that counts something lists it in the quickfix window.
local SHOW_REFERENCES = 'journey.showReferences'

local function show_references(command, context)
  local encoding = vim.lsp.get_client_by_id(context.client_id).offset_encoding
  local items = vim.lsp.util.locations_to_items(command.arguments[3], encoding)
  vim.fn.setqflist({}, ' ', { title = command.title, items = items })
  vim.cmd('botright copen')
end

--- The language of the server's messages: Neovim's own, as a language tag.
local function locale()
  local name = vim.v.lang:match('^[%a_]+') or ''
  return (name == '' or name == 'C' or name == 'POSIX') and 'en' or (name:gsub('_', '-'))
end

local function on_attach(client, bufnr)
  if vim.fn.has('nvim-0.8') == 0 then
    -- What newer versions set by themselves.
    vim.api.nvim_buf_set_option(bufnr, 'omnifunc', 'v:lua.vim.lsp.omnifunc')
  end
  if M.config.on_type ~= false then
    require('journey.on_type').attach(client, bufnr)
  end
  if M.config.on_attach then
    M.config.on_attach(client, bufnr)
  end
end

local function client_config(root)
  local capabilities = vim.lsp.protocol.make_client_capabilities()
  capabilities = vim.tbl_deep_extend('force', capabilities, M.config.capabilities or {})
  capabilities.window.showDocument = { support = true }
  -- Neovim 0.7 answers it without saying so.
  capabilities.workspace.configuration = true
  -- A client that asks for findings has to be told when they are others, because of the settings or
  -- of another file. Where Neovim cannot be told, the server sends them unasked.
  if not (capabilities.workspace.diagnostics or {}).refreshSupport then
    capabilities.textDocument.diagnostic = nil
  end
  return {
    name = NAME,
    cmd = M.config.cmd or default_cmd(),
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    capabilities = capabilities,
    -- What this editor can do beyond the protocol.
    init_options = { commands = { SHOW_REFERENCES } },
    commands = { [SHOW_REFERENCES] = show_references },
    settings = M.config.settings and { journey = M.config.settings } or nil,
    handlers = { ['window/showDocument'] = show_document },
    before_init = function(params)
      params.locale = locale()
    end,
    on_attach = on_attach,
  }
end

--- Neovim asks its servers to end and leaves at once: give them the moment that takes.
--- Made with the first client, so that it runs after Neovim's own handler has asked.
local function wait_at_exit()
  local group = vim.api.nvim_create_augroup('journey_exit', { clear = true })
  vim.api.nvim_create_autocmd('VimLeavePre', {
    group = group,
    callback = function()
      vim.wait(500, function()
        for _, id in pairs(by_root) do
          if vim.lsp.get_client_by_id(id) then
            return false
          end
        end
        return true
      end, 5)
    end,
  })
end

--- vim.lsp.start for Neovim 0.7: the root's client takes the buffer too, or one is started.
local function start_07(config, bufnr)
  local id = by_root[config.root_dir]
  local client = id and vim.lsp.get_client_by_id(id)
  if not client or client.is_stopped() then
    id = vim.lsp.start_client(config)
  end
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
  return id
end

local function start(config, bufnr)
  if not vim.lsp.start then
    return start_07(config, bufnr)
  end
  return vim.api.nvim_buf_call(bufnr, function()
    return vim.lsp.start(config)
  end)
end

local function notify_server(client, method, params)
  if vim.fn.has('nvim-0.11') == 1 then
    client:notify(method, params)
  else
    client.notify(method, params)
  end
end

local warned = {}

local function warn_missing(program)
  if not warned[program] then
    warned[program] = true
    local advice = "Build it as the README says, or name yours: "
      .. "require('journey').setup({ cmd = { '/path/to/journey', 'lsp' } })"
    notify(('cannot find the program `%s`. %s'):format(program, advice), vim.log.levels.WARN)
  end
end

--- Gives a journey buffer the language server of its project.
function M.attach(bufnr)
  if not vim.api.nvim_buf_is_loaded(bufnr) or vim.bo[bufnr].filetype ~= 'journey' then
    return
  end
  local path = vim.api.nvim_buf_get_name(bufnr)
  if path == '' or path:match('^%a[%w+.-]+://') or vim.bo[bufnr].buftype ~= '' then
    return
  end
  local config = client_config(root_of(path))
  if vim.fn.executable(config.cmd[1]) == 0 then
    return warn_missing(config.cmd[1])
  end
  local first = vim.tbl_isempty(by_root)
  by_root[config.root_dir] = start(config, bufnr) or by_root[config.root_dir]
  if first and not vim.tbl_isempty(by_root) then
    wait_at_exit()
  end
end

--- Tells the servers that a journey.json was written: Neovim does not watch files on Linux.
function M.settings_saved(path)
  local changes = { { uri = vim.uri_from_fname(path), type = 2 } }
  for _, id in pairs(by_root) do
    local client = vim.lsp.get_client_by_id(id)
    if client then
      notify_server(client, 'workspace/didChangeWatchedFiles', { changes = changes })
    end
  end
end

--- The running client of a buffer, ready to be asked, or nil.
local function client_of(bufnr)
  for _, id in pairs(by_root) do
    local client = vim.lsp.get_client_by_id(id)
    if client and vim.lsp.buf_is_attached(bufnr, id) then
      vim.wait(5000, function()
        return client.initialized
      end, 10)
      return client.initialized and client or nil
    end
  end
end

--- Asks for the live preview; the server answers with window/showDocument.
function M.preview(bufnr)
  local client = client_of(bufnr)
  if not client then
    notify('no language server runs for this file', vim.log.levels.WARN)
    return
  end
  local params = { command = 'journey.openPreview', arguments = { vim.uri_from_bufnr(bufnr) } }
  local function done(err)
    if err then
      notify(err.message, vim.log.levels.ERROR)
    end
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, done, bufnr)
  else
    client.request('workspace/executeCommand', params, done, bufnr)
  end
end

return M
