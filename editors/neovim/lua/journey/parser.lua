-- The tree-sitter parser: compiled from the grammar beside this plugin, and switched on per buffer.
local M = {}

local uv = vim.loop

local function plugin_dir()
  local dir = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h:h:h')
  return uv.fs_realpath(dir) or dir
end

local function say(message, level)
  vim.notify('journey: ' .. message, level or vim.log.levels.INFO)
end

local function has_parser()
  return #vim.api.nvim_get_runtime_file('parser/journey.*', false) > 0
end

local function set_window(win, name, value)
  vim.api.nvim_set_option_value(name, value, { scope = 'local', win = win })
end

--- Highlighting and folds from the tree, where there are Neovim 0.8 and the parser;
--- otherwise syntax/journey.vim colours the buffer.
function M.start(bufnr)
  if not (vim.treesitter and vim.treesitter.start and has_parser()) then
    return false
  end
  if vim.treesitter.language.register then
    vim.treesitter.language.register('journey', 'journey')
  end
  local ok, problem = pcall(vim.treesitter.start, bufnr, 'journey')
  if not ok then
    local advice = 'the tree-sitter parser does not fit, run :JourneyBuildParser. '
    say(advice .. problem, vim.log.levels.WARN)
    return false
  end
  if vim.treesitter.foldexpr then
    for _, win in ipairs(vim.fn.win_findbuf(bufnr)) do
      set_window(win, 'foldmethod', 'expr')
      set_window(win, 'foldexpr', 'v:lua.vim.treesitter.foldexpr()')
      set_window(win, 'foldlevel', 99) -- a file opens unfolded
    end
  end
  return true
end

local function compiler()
  for _, name in ipairs({ vim.env.CC or '', 'cc', 'gcc', 'clang' }) do
    if name ~= '' and vim.fn.executable(name) == 1 then
      return name
    end
  end
end

local function fail(message)
  say(message, vim.log.levels.ERROR)
end

--- Compiles grammar/src/parser.c to parser/journey.so in this plugin, or in Neovim's data folder
--- when the plugin is read-only; then switches it on where a .journey file is open.
function M.build()
  local own = plugin_dir()
  local source = own .. '/../../grammar/src'
  if not uv.fs_stat(source .. '/parser.c') then
    return fail('no parser.c in ' .. source .. ': keep the plugin in its checkout, or link to it')
  end
  local cc = compiler()
  if not cc then
    return fail('a C compiler is needed, none of $CC, cc, gcc and clang is there')
  end
  local folder = vim.fn.filewritable(own) == 2 and own or vim.fn.stdpath('data') .. '/site'
  vim.fn.mkdir(folder .. '/parser', 'p')
  local target = folder .. '/parser/journey.so'
  -- Neovim may have the old one mapped: write another file and rename it.
  local fresh = target .. '.new'

  local output = {}
  local function keep(_, lines)
    vim.list_extend(output, lines)
  end
  local parser_c = source .. '/parser.c'
  vim.fn.jobstart({ cc, '-shared', '-fPIC', '-O2', '-I', source, parser_c, '-o', fresh }, {
    on_stderr = keep,
    on_exit = function(_, code)
      local ok, problem = code == 0, table.concat(output, '\n')
      if ok then
        ok, problem = uv.fs_rename(fresh, target)
      end
      if not ok then
        return fail('the parser was not built. ' .. problem)
      end
      say('the parser is built: ' .. target)
      for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
        if vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].filetype == 'journey' then
          M.start(bufnr)
        end
      end
    end,
  })
end

return M
