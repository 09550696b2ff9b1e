// journey render: the map as a picture.
#include <iostream>

#include "cli/commands.hpp"
#include "cli/projects.hpp"
#include "layout/map_layout.hpp"
#include "render/formats.hpp"
#include "workspace/files.hpp"
#include "workspace/snapshot.hpp"

namespace journey::cli {

int render(const RenderOptions& options) {
  const render::Format* format = &render::formats().front();
  if (std::string name = options.format.empty() ? options.output : "." + options.format;
      !name.empty()) {
    format = render::formatOf(name);
    if (!format) {
      std::string endings;
      for (const render::Format& known : render::formats())
        endings += " ." + std::string(known.ending);
      complain(options.output, "its ending names no format; use one of" + endings);
      return exitUsage;
    }
  }
  auto content = readOrComplain(options.file);
  if (!content) return exitUsage;
  Projects projects;
  workspace::ProjectPtr project = projects.projectOrComplain(options.file);
  if (projects.of(options.file)->error) return exitUsage;
  auto snapshot = workspace::read(text::Text(*content), 0, project);
  render::Theme theme = options.theme.empty()      ? project->theme
                        : options.theme == "light" ? render::Theme::Light
                        : options.theme == "dark"  ? render::Theme::Dark
                                                   : render::Theme::Both;
  if (!layout::hasContent(snapshot->map)) {
    complain(options.file, "there is nothing to draw: no journey, persona, phase or touchpoint");
    return exitUsage;
  }
  std::string picture = format->write(layout::layoutMap(snapshot->map), theme);
  if (options.output.empty()) {
    std::cout << picture;
    return exitClean;
  }
  if (auto written = workspace::writeWhole(options.output, picture); !written) {
    complain(options.output, written.error().reason);
    return exitUsage;
  }
  return exitClean;
}

}  // namespace journey::cli
