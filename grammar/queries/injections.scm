; Texts are plain text on purpose: no Markdown in notes, a star or an underscore is just that.
; Comments may hold TODO and the like, which the `comment` grammar of Neovim and Helix knows.
((comment) @injection.content
  (#set! injection.language "comment"))
