-- Runs in one Neovim and types in another, which it starts as `nvim --embed` with the arguments
-- behind `--`. Waits are on conditions; a failed check is printed and the rest still runs.
local api, fn = vim.api, vim.fn
local checkout = vim.env.CHECKOUT
local failed = false
local version = fn.matchstr(fn.split(fn.execute('version'), '\n')[1], '[0-9.]\\+')

-- The editor under test --------------------------------------------------------------------------

local command = fn.argv()
local editor -- the channel
local ended -- its exit code

local function start(...)
  ended = nil
  local all = vim.list_extend(vim.list_extend({}, command), { '--embed', '--headless', ... })
  editor = fn.jobstart(all, {
    rpc = true,
    on_exit = function(_, code)
      ended = code
    end,
  })
end

--- Runs Lua in the editor. `...` are the code's arguments.
local function lua(code, ...)
  return fn.rpcrequest(editor, 'nvim_exec_lua', code, { ... })
end

local function keys(text)
  fn.rpcrequest(editor, 'nvim_input', text)
end

local function wait(what, condition)
  local value
  local came = vim.wait(15000, function()
    value = condition()
    return value
  end, 10)
  if not came then
    error('waited in vain for ' .. what, 0)
  end
  return value
end

--- Types, and waits until it has arrived: the editor asks for keys again, in normal mode.
local function type_keys(text)
  keys(text)
  wait('the keys ' .. text, function()
    local mode = fn.rpcrequest(editor, 'nvim_get_mode')
    return mode.mode == 'n' and not mode.blocking
  end)
end

local function is(wanted, got)
  if not vim.deep_equal(wanted, got) then
    error(('wanted %s, got %s'):format(vim.inspect(wanted), vim.inspect(got)), 0)
  end
end

local function has(wanted, text)
  if type(text) ~= 'string' or not text:find(wanted, 1, true) then
    error(('wanted %q in %s'):format(wanted, vim.inspect(text)), 0)
  end
end

local function check(name, body)
  local fine, problem = pcall(body)
  failed = failed or not fine
  io.stdout:write(('%s %s: %s\n'):format(fine and 'ok' or 'not ok', version, name))
  if not fine then
    io.stdout:write('  ' .. tostring(problem):gsub('\n', '\n  ') .. '\n')
    if editor and not ended then
      local _, told = pcall(lua, 'return vim.inspect({ messages = Seen and Seen.messages, '
        .. 'text = vim.api.nvim_buf_get_lines(0, 0, -1, false) }) .. vim.fn.execute("messages")')
      io.stdout:write('  ' .. tostring(told):gsub('\n', '\n  ') .. '\n')
    end
  end
end

-- What there is to see in it ---------------------------------------------------------------------

local function newer(than)
  return fn.has('nvim-' .. than) == 1
end

--- The first line number that has the text in it, from 1.
local function line_of(text)
  return lua([[
    for i, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
      if line:find(..., 1, true) then return i end
    end
    return 0
  ]], text)
end

local function line(number)
  return lua('return vim.fn.getline(...)', number)
end

--- The findings of the current buffer: what they say, and the text that each stands under.
local function findings()
  return lua([[
    return vim.tbl_map(function(d)
      local line = vim.fn.getline(d.lnum + 1)
      return {
        code = d.code or vim.tbl_get(d, 'user_data', 'lsp', 'code'),
        severity = d.severity,
        message = d.message,
        line = d.lnum + 1,
        text = d.lnum == d.end_lnum and line:sub(d.col + 1, d.end_col) or line:sub(d.col + 1),
      }
    end, vim.diagnostic.get(0))
  ]])
end

local function finding(code)
  for _, found in ipairs(findings()) do
    if found.code == code then
      return found
    end
  end
end

--- The buffers that each running client has, a list a client.
local function clients()
  return lua([[
    local names = {}
    for _, client in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      local has = {}
      for _, buf in ipairs(vim.api.nvim_list_bufs()) do
        if vim.lsp.buf_is_attached(buf, client.id) then
          table.insert(has, vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buf), ':t'))
        end
      end
      table.sort(has)
      local ready = client.initialized == true
      table.insert(names, { root = client.config.root_dir, ready = ready, buffers = has })
    end
    table.sort(names, function(a, b) return a.root < b.root end)
    return names
  ]])
end

local function group_at(text)
  return lua([[
    local number = ...
    local column = #vim.fn.getline(number):match('^%s*') + 1
    return vim.fn.synIDattr(vim.fn.synID(number, column, 1), 'name')
  ]], line_of(text))
end

--- Asks the preview's server, and returns its whole answer.
local function http(method, address, body)
  local host, port, path = address:match('^http://([%d.]+):(%d+)(/.*)$')
  local answer, closed = {}, false
  local socket = vim.loop.new_tcp()
  socket:connect(host, tonumber(port), function(err)
    if err then
      closed = true
      return
    end
    socket:read_start(function(_, chunk)
      if chunk then
        table.insert(answer, chunk)
      else
        closed = true
      end
    end)
    body = body or ''
    socket:write(table.concat({
      method .. ' ' .. path .. ' HTTP/1.1',
      'Host: ' .. host .. ':' .. port,
      'Content-Type: application/json',
      'Content-Length: ' .. #body,
      'Connection: close',
      '',
      body,
    }, '\r\n'))
  end)
  wait('the page at ' .. address, function()
    return closed
  end)
  socket:close()
  return table.concat(answer)
end

-- The checks -------------------------------------------------------------------------------------

start('-i', 'NONE', '-u', vim.env.HERE .. '/init.lua', checkout .. '/maps/lunch.journey')

check('a .journey file gets its type and settings', function()
  is('journey', lua('return vim.bo.filetype'))
  is('# %s', lua('return vim.bo.commentstring'))
  is({ 2, true }, lua('return { vim.bo.shiftwidth, vim.bo.expandtab }'))
end)

check('the plain colours know the words', function()
  is('journey', lua('return vim.bo.syntax'))
  is('journeyBlock', group_at('Phase: Pay'))
  is('journeyEntry', group_at('Thought:'))
  is('journeyEmotion', group_at('Emotion:'))
  is('journeyContinuation', group_at('| Last week'):gsub('Bar$', 'Continuation'))
  is('journeyUnknown', group_at('Emotoin:'))
end)

check('the server has the file, its root is where journey.json lies', function()
  wait('a client that is ready', function()
    return clients()[1] and clients()[1].ready
  end)
  is({ { root = checkout .. '/maps', ready = true, buffers = { 'lunch.journey' } } }, clients())
end)

check('one server a project: the same for a neighbour, another elsewhere', function()
  lua('vim.cmd("edit " .. ...)', checkout .. '/maps/second.journey')
  lua('vim.cmd("edit " .. ...)', checkout .. '/elsewhere/alone.journey')
  wait('the second client', function()
    local all = clients()
    return #all == 2 and all[1].ready and all[2].ready
  end)
  is({
    { root = checkout .. '/elsewhere', ready = true, buffers = { 'alone.journey' } },
    { root = checkout .. '/maps', ready = true, buffers = { 'lunch.journey', 'second.journey' } },
  }, clients())
  lua('vim.cmd("buffer lunch.journey")')
end)

check('a wrong keyword is found, where it stands', function()
  local found = wait('unknown-keyword', function()
    return finding('unknown-keyword')
  end)
  is('Emotoin', found.text)
  is(line_of('Emotoin'), found.line)
  has('Emotoin', found.message)
end)

check('the quick fix mends it', function()
  local number = line_of('Emotoin')
  lua([[
    Seen.want = 'Emotion'
    vim.api.nvim_win_set_cursor(0, { ..., 6 })
    vim.lsp.buf.code_action()
  ]], number)
  wait('the edit', function()
    return line(number):find('Emotion:', 1, true)
  end)
  is('    Emotion: curious (+1)', line(number))
  wait('the finding to go', function()
    return not finding('unknown-keyword')
  end)
end)

check('a keyword is completed while typing, and the typing goes on', function()
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line_of('Waits in the queue'))
  keys('o  Thou<C-x><C-o>')
  wait('the menu', function()
    return lua('return vim.fn.pumvisible() == 1')
  end)
  is({ 'Thought' }, lua([[
    return vim.tbl_map(function(item)
      return (item.abbr ~= '' and item.abbr or item.word):match('^%a+')
    end, vim.fn.complete_info({ 'items' }).items)
  ]]))
  -- The first one is in the text already, as completeopt says.
  type_keys('<C-y>Når er det <lt>æøå> 👩‍👩‍👧 sin tur?<Esc>')
  is('    Thought: Når er det <æøå> 👩‍👩‍👧 sin tur?', line(line_of('Når er det')))
end)

check('a persona is completed in the brackets, a feeling by its first letters', function()
  local function menu()
    wait('the menu', function()
      return lua('return vim.fn.pumvisible() == 1')
    end)
    return lua([[
      return vim.tbl_map(function(item)
        return item.word
      end, vim.fn.complete_info({ 'items' }).items)
    ]])
  end
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line_of('Når er det'))
  keys('oEmotion [E<C-x><C-o>')
  is({ 'Emma]: ' }, menu())
  keys('<C-y>frustrated<C-w>frustr<C-x><C-o>')
  is({ 'frustration', 'frustrated', 'frustrating' }, menu())
  type_keys('<C-n><C-y> 😀<Esc>')
  is('    Emotion [Emma]: frustrated 😀', line(line_of('Emotion [Emma]')))
  type_keys('dd')
end)

check('behind Enter the next line begins where it belongs, and a keyword goes to its place', function()
  local number = line_of('Touchpoint: Waits') + 1
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', number - 1)
  keys('A<CR>')
  wait('the indentation', function()
    return line(number) == '    '
  end)
  keys('Phase:')
  wait('the phase to go outwards', function()
    return line(number) == 'Phase:'
  end)
  type_keys(' Sits down<Esc>')
  is('Phase: Sits down', line(number))
  type_keys('u')
  is('  Touchpoint: Waits in the queue', line(number - 1))
  lua('vim.api.nvim_win_set_cursor(0, { ..., 4 })', line_of('Når er det'))
end)

check('findings stand right behind letters of two, three and four bytes', function()
  type_keys('oNext [kø 😀 長い]: Intet sted 🏁 i dag<Esc>')
  local number = line_of('Intet sted')
  is('    Next [kø 😀 長い]: Intet sted 🏁 i dag', line(number))
  local found = wait('broken-reference', function()
    return finding('broken-reference')
  end)
  is('Intet sted 🏁 i dag', found.text)
  is(number, found.line)
  -- As the settings say.
  is(4, found.severity)
end)

check('they move along with the text in front of them', function()
  -- In the middle of the qualifier, between two characters outside the basic plane.
  type_keys('0f😀a🥦ß<Esc>')
  local number = line_of('Intet sted')
  is('    Next [kø 😀🥦ß 長い]: Intet sted 🏁 i dag', line(number))
  type_keys('gg')
  keys('O# En linje først<Esc>')
  wait('the finding at its new place', function()
    local found = finding('broken-reference')
    return found and found.line == number + 1 and found.text == 'Intet sted 🏁 i dag'
  end)
end)

check('and go when their cause goes', function()
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line_of('Intet sted'))
  type_keys('0f:lC Looks up the menu<Esc>')
  is('    Next [kø 😀🥦ß 長い]: Looks up the menu', line(line_of('Next [')))
  wait('the finding to go', function()
    return not finding('broken-reference')
  end)
end)

check('a code lens lists what it counts', function()
  local number = line_of('Touchpoint: Looks up the menu')
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 }); vim.lsp.codelens.refresh()', number)
  wait('the lens', function()
    return lua([[
      for _, lens in ipairs(vim.lsp.codelens.get(0)) do
        if lens.range.start.line == ... - 1 then return lens.command ~= nil end
      end
      return false
    ]], number)
  end)
  lua('Seen.want = "Ways to get here"; vim.lsp.codelens.run()')
  wait('the list', function()
    return lua('return vim.bo.buftype') == 'quickfix'
  end)
  local places = lua('return vim.fn.getqflist()')
  lua('vim.cmd("cclose")')
  is(1, #places)
  is(line_of('Next ['), places[1].lnum)
end)

check('a continuation goes on with a bar', function()
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line_of('| Last week'))
  type_keys('A<CR>Nor the week before.<Esc>')
  is('      | Nor the week before.', line(line_of('Nor the week')))
end)

check('hover explains', function()
  lua('vim.api.nvim_win_set_cursor(0, { ..., 6 }); vim.lsp.buf.hover()', line_of('Emotion: 😖'))
  local text = wait('the window', function()
    return lua([[
      for _, win in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(win).relative ~= '' then
          local buf = vim.api.nvim_win_get_buf(win)
          return table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\n')
        end
      end
      return false
    ]])
  end)
  has('motion', text)
  type_keys('j')
end)

check('formatting mends the indentation', function()
  is('  Channel: Canteen', line(line_of('Channel: Canteen')))
  lua('if vim.lsp.buf.format then vim.lsp.buf.format() else vim.lsp.buf.formatting_sync() end')
  is('    Channel: Canteen', line(line_of('Channel: Canteen')))
end)

local address

check('a saved journey.json counts at once, and its faults are shown', function()
  lua('vim.cmd("edit " .. ...)', checkout .. '/maps/journey.json')
  type_keys('ggcc{ "rules": { "no-such-rule": "off" } }<Esc>:write<CR>')
  local found = wait('the fault', function()
    return findings()[1]
  end)
  is('"no-such-rule"', found.text)
  is('', lua('return vim.bo.omnifunc'))
  type_keys('cc{}<Esc>:write<CR>')
  wait('the fault to go', function()
    return #findings() == 0
  end)
  lua('vim.cmd("buffer lunch.journey")')
end)

check(':JourneyPreview gives an address, and the map is there', function()
  type_keys(':JourneyPreview<CR>')
  address = wait('the address', function()
    return lua('return Seen.address or false')
  end)
  local page = http('GET', address)
  has('HTTP/1.1 200', page)
  has('<svg', page)
  has('data-key="t:Looks up the menu"', page)
end)

check('the map follows the typing', function()
  lua('vim.api.nvim_win_set_cursor(0, { ..., 0 })', line_of('A second till'))
  keys('A, på hjørnet 🏪<Esc>')
  wait('the new words', function()
    return http('GET', address):find('hjørnet', 1, true)
  end)
end)

check('a click on the map puts the cursor on its line', function()
  local body = fn.json_encode({ doc = lua('return vim.uri_from_bufnr(0)'), key = 't:Looks up the menu' })
  lua('vim.cmd("buffer second.journey")')
  has('HTTP/1.1 204', http('POST', address:gsub('%?.*', 'reveal'), body))
  wait('the file', function()
    return lua('return vim.fn.expand("%:t")') == 'lunch.journey'
  end)
  is('  Touchpoint: Looks up the menu', lua('return vim.api.nvim_get_current_line()'))
end)

check('and into the middle of a line with letters of every kind', function()
  local number = line_of('Next [')
  local uri = lua('return vim.uri_from_bufnr(0)')
  lua('vim.cmd("buffer second.journey")')
  local answer = lua([[
    local uri, line = ...
    local place = { line = line, character = 15 }
    local client
    for _, c in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
      client = vim.lsp.buf_is_attached(0, c.id) and c or client
    end
    return client.config.handlers['window/showDocument'](nil, {
      uri = uri,
      takeFocus = true,
      selection = { start = place, ['end'] = place },
    }, { client_id = client.id, method = 'window/showDocument' })
  ]], uri, number - 1)
  is({ success = true }, answer)
  is('lunch.journey', lua('return vim.fn.expand("%:t")'))
  -- Behind `    Next [kø 😀`: 15 in UTF-16, 18 bytes.
  is({ number, 18 }, lua('return vim.api.nvim_win_get_cursor(0)'))
end)

if newer('0.9') then
  check(':JourneyBuildParser makes a parser, and the tree colours and folds', function()
    type_keys(':JourneyBuildParser<CR>')
    wait('the highlighter', function()
      return lua('return vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil')
    end)
    is(1, fn.filereadable(checkout .. '/editors/neovim/parser/journey.so'))
    local names = lua([[
      vim.treesitter.get_parser(0):parse()
      local names = {}
      for _, capture in ipairs(vim.treesitter.get_captures_at_pos(0, ... - 1, 0)) do
        table.insert(names, capture.capture)
      end
      return names
    ]], line_of('Phase: Pay'))
    has('keyword', table.concat(names, ' '))
    wait('folds', function()
      return lua('return vim.fn.foldlevel(...) > 0', line_of('Waits in the queue'))
    end)
  end)

  check('every query fits the parser', function()
    local queries = fn.glob(checkout .. '/editors/neovim/queries/journey/*.scm', false, true)
    is(true, #queries > 0)
    for _, path in ipairs(queries) do
      local name = fn.fnamemodify(path, ':t:r')
      is(true, lua('return vim.treesitter.query.get("journey", ...) ~= nil', name))
    end
  end)

  check('another file is coloured by the tree from the start', function()
    lua('vim.cmd("edit " .. ...)', checkout .. '/maps/third.journey')
    is('', lua('return vim.bo.syntax'))
    is(true, lua('return vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil'))
  end)
end

check('nothing went wrong on the way', function()
  local told = lua('return Seen.messages')
  is({}, vim.tbl_filter(function(message)
    return not message:find('the parser is built', 1, true)
  end, told))
  is('', lua('return vim.v.errmsg'))
end)

check('leaving ends the servers well', function()
  pcall(keys, ':qall!<CR>')
  wait('the editor to leave', function()
    return ended
  end)
  is(0, ended)
  local codes = checkout .. '/exit-codes'
  wait('two exit codes', function()
    return fn.filereadable(codes) == 1 and #fn.readfile(codes) == 2
  end)
  is({ '0', '0' }, fn.readfile(codes))
end)

check('the examples open with the plugin alone, and without an error', function()
  local plugin = checkout .. '/editors/neovim'
  start('--clean', '-n', '-i', 'NONE', '--cmd', 'set hidden runtimepath^=' .. plugin)
  lua([[
    Published = {}
    local theirs = vim.lsp.handlers['textDocument/publishDiagnostics']
    vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, ...)
      Published[result.uri] = true
      return theirs(err, result, ...)
    end
    -- From 0.10 on the editor asks.
    local answered = vim.lsp.handlers['textDocument/diagnostic']
    vim.lsp.handlers['textDocument/diagnostic'] = answered and function(err, result, ctx, ...)
      Published[ctx.params.textDocument.uri] = true
      return answered(err, result, ctx, ...)
    end
  ]])
  local examples = fn.glob(checkout .. '/examples/*.journey', false, true)
  is(true, #examples > 0)
  for _, path in ipairs(examples) do
    lua('vim.cmd("edit " .. ...)', path)
    wait('the findings of ' .. path, function()
      return lua('return Published[vim.uri_from_bufnr(0)] or false')
    end)
    is({}, vim.tbl_filter(function(found)
      return found.severity == 1
    end, findings()))
  end
  is(1, #clients())
end)

check('a server that died comes back with the next :edit', function()
  lua([[
    Published = {}
    for _, pid in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
      vim.loop.kill(pid, 'sigkill')
    end
  ]])
  wait('the client to go', function()
    return #clients() == 0
  end)
  lua('vim.cmd("edit")')
  wait('new findings', function()
    return lua('return Published[vim.uri_from_bufnr(0)] or false')
  end)
  is(1, #clients())
end)

check('a program that is not there is told once, and editing goes on', function()
  lua([[
    Told = {}
    vim.notify = function(message) table.insert(Told, message) end
    require('journey').setup({ cmd = { '/nowhere/journey', 'lsp' } })
  ]])
  lua('vim.cmd("edit " .. ...)', checkout .. '/maps/second.journey')
  lua('vim.cmd("edit " .. ...)', checkout .. '/maps/third.journey')
  type_keys('ggA!<Esc>')
  is('Journey: Buying lunch at school!', line(1))
  local told = lua('return Told')
  is(1, #told)
  has('/nowhere/journey', told[1])
end)

check('the second editor leaves well too', function()
  pcall(keys, ':qall!<CR>')
  wait('the editor to leave', function()
    return ended
  end)
  is(0, ended)
end)

vim.cmd(failed and 'cquit 1' or 'qall!')
