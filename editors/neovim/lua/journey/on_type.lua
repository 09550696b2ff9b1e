-- Lines go where they belong while one types: behind Enter, a colon and a bar the server says how
-- deep (textDocument/onTypeFormatting). Neovim asks for that from 0.12 on, and only if told to.
local M = {}

--- What was typed last, if the server wants to know: judged by how the cursor has moved.
local function typed(before, now)
  if now.row == before.row + 1 and now.count == before.count + 1 then
    return '\n'
  end
  -- By more than one where keys come faster than Neovim draws.
  local on = now.row == before.row and now.col > before.col and now.count == before.count
  local last = on and now.line:sub(now.col, now.col)
  return (last == ':' or last == '|') and last or nil
end

local function look(bufnr)
  local row, col = unpack(vim.api.nvim_win_get_cursor(0))
  local line = vim.api.nvim_get_current_line()
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  return { row = row, col = col, line = line, count = vim.api.nvim_buf_line_count(bufnr), tick = tick }
end

local function ask(client, bufnr, ch)
  local params = vim.lsp.util.make_formatting_params()
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params = vim.tbl_extend('force', params, position, { ch = ch })
  local asked = look(bufnr)
  local function apply(err, edits)
    if err or not edits or #edits == 0 or vim.api.nvim_get_current_buf() ~= bufnr then
      return
    end
    -- Typing on at the end of the line is fine: the edits lie before that.
    local now = look(bufnr)
    local same_line = now.row == asked.row and now.count == asked.count
    if not same_line or now.line:sub(1, #asked.line) ~= asked.line then
      return
    end
    vim.lsp.util.apply_text_edits(edits, bufnr, client.offset_encoding)
    -- Not every Neovim leaves the cursor before the same words. Behind Enter, space there goes too.
    local rest = now.line:sub(now.col + 1)
    rest = ch == '\n' and rest:gsub('^%s+', '') or rest
    vim.api.nvim_win_set_cursor(0, { now.row, #vim.api.nvim_get_current_line() - #rest })
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('textDocument/onTypeFormatting', params, apply, bufnr)
  else
    client.request('textDocument/onTypeFormatting', params, apply, bufnr)
  end
end

--- Asks `client` while one types in the buffer.
function M.attach(client, bufnr)
  local group = vim.api.nvim_create_augroup('journey_on_type_' .. bufnr, { clear = true })
  local before
  vim.api.nvim_create_autocmd({ 'InsertEnter', 'CursorMovedI' }, {
    group = group,
    buffer = bufnr,
    callback = function(event)
      -- Behind a key that was typed it comes as well, and first; then the text has changed.
      local tick = vim.api.nvim_buf_get_changedtick(bufnr)
      if event.event == 'InsertEnter' or not before or before.tick == tick then
        before = look(bufnr)
      end
    end,
  })
  vim.api.nvim_create_autocmd('TextChangedI', {
    group = group,
    buffer = bufnr,
    callback = function()
      local now = look(bufnr)
      local ch = before and typed(before, now)
      before = now
      if ch and vim.lsp.get_client_by_id(client.id) then
        ask(client, bufnr, ch)
      end
    end,
  })
end

return M
