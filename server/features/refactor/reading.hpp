// Whether a text that a refactoring writes will be read as it is meant, and files beside another.
#pragma once

#include <string>
#include <string_view>

#include "locale/language.hpp"
#include "model/conventions.hpp"

namespace journey::features {

/// True if a text is read in the language of a map in the same project.
bool readsAs(std::string_view text, locale::Language language,
             const model::ConventionsPtr& conventions);

/// Lines of a map in the keywords, states and priorities of another language (translate_keywords).
std::string withKeywordsOf(std::string_view lines, locale::Language from, locale::Language to,
                           const model::ConventionsPtr& conventions);

/// `# language: nb`
std::string languageLine(locale::Language language);

/// The text with other line endings; all of its own are \n.
std::string withLineEnding(std::string_view text, std::string_view ending);

/// The URI of a file in the same folder; empty for a document that is no file.
std::string besideUri(std::string_view uri, std::string_view fileName);
/// The name of a file, without its folder.
std::string fileName(std::string_view uri);

}  // namespace journey::features
