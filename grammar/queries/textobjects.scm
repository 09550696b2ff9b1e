; Select and jump by touchpoint (function), phase or persona (class), entry (parameter).
; Helix says around and inside, Neovim's nvim-treesitter-textobjects outer and inner.

(touchpoint) @function.around @function.outer
(touchpoint head: (entry text: (text) @function.inside @function.inner))

[(phase) (persona)] @class.around @class.outer
(phase head: (entry text: (text) @class.inside @class.inner))
(persona head: (entry text: (text) @class.inside @class.inner))

(entry text: (text) @parameter.inside @parameter.inner) @parameter.around @parameter.outer

(comment) @comment.inside @comment.inner @comment.around @comment.outer
