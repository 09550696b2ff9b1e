# Makes page/client.js and page/style.css into constants (assets.hpp).
#
# In a CMakeLists.txt: include(server/preview/embed.cmake), then journey_embed_page(preview).
# As a script: cmake -DOUT=dir -P embed.cmake writes dir/page.cpp.

if(CMAKE_SCRIPT_MODE_FILE)
  set(here ${CMAKE_CURRENT_LIST_DIR})
  file(READ ${here}/page/client.js client)
  file(READ ${here}/page/style.css style)
  file(WRITE ${OUT}/page.cpp
    "// Made by preview/embed.cmake.\n#include \"preview/assets.hpp\"\n\n"
    "namespace journey::preview {\n\n"
    "const std::string_view clientScript = R\"JOURNEY(${client})JOURNEY\";\n\n"
    "const std::string_view pageStyle = R\"JOURNEY(${style})JOURNEY\";\n\n"
    "}  // namespace journey::preview\n")
  return()
endif()

set(JOURNEY_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(journey_embed_page target)
  get_filename_component(here ${JOURNEY_EMBED_SCRIPT} DIRECTORY)
  set(out ${CMAKE_BINARY_DIR}/generated/preview)
  add_custom_command(
    OUTPUT ${out}/page.cpp
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -P ${JOURNEY_EMBED_SCRIPT}
    DEPENDS ${JOURNEY_EMBED_SCRIPT} ${here}/page/client.js ${here}/page/style.css
    VERBATIM)
  target_sources(${target} PRIVATE ${out}/page.cpp)
endfunction()
