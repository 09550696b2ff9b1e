# shellcheck shell=bash
# Installs what building and testing need. Sourced by server/start, tests/run, tests/setup/trixie.
#
#   install build         what ./server/start needs
#   install build test    what ./tests/run needs
#   configure OPTION…     writes the build folder (preset release) with these options of cmake
#   debianSource SUITE    this machine's own Debian source, turned to another suite
#
# On Debian 12 and 13 it installs packages; elsewhere it names what is missing and stops.

# Debian 12's default Boost and Catch2 are too old: those two come from its backports.
buildPackages() {
  echo g++ cmake ninja-build
  echo libtree-sitter-dev libcli11-dev libutf8proc-dev libspdlog-dev libfmt-dev
  if [ "$debian" = 12 ]; then boostPackages "$boost"; else boostPackages ''; fi
}

testPackages() {
  echo 'catch2=3.*' ca-certificates git patch make pkg-config python3 ripgrep libkrb5-dev
  echo chromium neovim librsvg2-bin
  # DejaVu: else Debian 12 takes a font of varying widths from Noto for monospace.
  echo fonts-dejavu-core fonts-liberation fonts-noto-color-emoji fonts-noto-cjk
  [ "$debian" = 12 ] || echo tree-sitter-cli
  # Node.js that came from elsewhere does as well, and must not be replaced.
  command -v node > /dev/null || echo nodejs
  command -v npm > /dev/null || echo npm
}

boostPackages() { echo "libboost$1-dev" "libboost-json$1-dev" "libboost-url$1-dev"; }

# The same for systems whose package names are not known here; requirePrograms and stopWithNeeds
# find them by name.
# shellcheck disable=SC2034
{
buildPrograms='c++ cmake ninja'
buildNeeds='To build:
  a C++20 compiler (g++ 12 or newer), CMake 3.25, Ninja
  Boost 1.81 or newer with its JSON and URL libraries
  the libraries tree-sitter, CLI11, utf8proc, spdlog and fmt (with their headers)'
testPrograms='git make pkg-config python3 node npm rg chromium nvim rsvg-convert tree-sitter'
testNeeds='To test:
  Catch2 3, Node.js 18 or newer with npm, git, make, pkg-config, Python 3
  Chromium, Neovim 0.10, ripgrep, rsvg-convert, tree-sitter 0.22 (the program)
  the headers of libkrb5; the fonts DejaVu, Liberation, Noto Color Emoji and Noto Sans CJK'
}

osRelease() { (. /etc/os-release 2> /dev/null && echo "${!1-}") || true; }
debian=$([ "$(osRelease ID)" != debian ] || osRelease VERSION_ID)
boost=1.83

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

install() {
  case $debian in
    12 | 13) installPackages "$@" ;;
    *) requirePrograms "$@" ;;
  esac
}

installPackages() {
  local missing
  # Boost 1.81 that is there already is new enough.
  if [ -z "$(boostPackages 1.81 | missingOf)" ]; then boost=1.81; fi
  mapfile -t missing < <(packagesFor "$@" | missingOf)
  [ ${#missing[@]} -gt 0 ] || return 0

  [ "$(id -u)" = 0 ] || command -v sudo > /dev/null ||
    stop "These packages are missing, and installing them takes root or sudo: ${missing[*]}"
  say "Installing ${missing[*]} ..."
  # Sources that don't answer matter only if a package turns out to be missing.
  quietly asRoot apt-get update || true
  if [ "$debian" = 12 ] && [[ ${missing[*]} =~ libboost|catch2 ]] && ! useBackports; then
    say "bookworm-backports is out of reach; taking Boost 1.81 from Debian 12 itself."
    boost=1.81
    mapfile -t missing < <(packagesFor "$@" | missingOf)
  fi
  # Nothing is removed to make room: what stands in the way is for its owner to decide.
  quietly asRoot apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends \
    --no-remove "${missing[@]}" ||
    stop "These packages could not be installed: ${missing[*]}"
}

packagesFor() {
  local group
  for group in "$@"; do "${group}Packages"; done
}

# Of the packages on its input, those that are not installed, one a line. `name=3.*` is a package
# of such a version.
missingOf() {
  # shellcheck disable=SC2016
  local package found wanted format='${db:Status-Status}=${Version}'
  for package in $(set -f; cat); do
    found=$(dpkg-query -W -f "$format" "${package%%=*}" 2> /dev/null) || true
    wanted='*'
    [[ $package != *=* ]] || wanted=${package#*=}
    # shellcheck disable=SC2053
    [[ $found == installed=$wanted ]] || echo "$package"
  done
}

# Switches bookworm-backports on and says whether Boost can be had from it.
useBackports() {
  local file=/etc/apt/sources.list.d/journey-backports source
  hasBackports && return
  source=$(debianSource bookworm-backports) || return
  case $source in
    Types:*) file=$file.sources ;;
    *) file=$file.list ;;
  esac
  asRoot tee "$file" <<< "$source" > /dev/null
  quietly asRoot apt-get update || true
  hasBackports && return
  asRoot rm -f "$file"
  return 1
}

hasBackports() { [ -n "$(apt-cache show libboost-json1.83-dev 2> /dev/null)" ]; }

# The first source of this Debian in apt's own settings, turned to the suite $1: the mirror and the
# keys that this machine trusts already. It comes in the form, of apt's two, that it was found in.
debianSource() {
  local here file found
  [ "$(osRelease ID)" = debian ] || return 1
  here=$(osRelease VERSION_CODENAME)
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    [ -r "$file" ] || continue
    case $file in
      *.list)
        found=$(awk -v here="$here" -v suite="$1" '
          $1 == "deb" {
            sub(/#.*/, "")
            at = 3
            if ($2 ~ /^\[/) { while ($(at - 1) !~ /\]$/ && at < NF) at++; at++ }
            if ($at != here) next
            line = $1
            for (i = 2; i < at; i++) line = line " " $i
            print line " " suite " main"
            exit
          }' "$file") ;;
      *.sources)
        found=$(awk -v here="$here" -v suite="$1" '
          function flush() {
            if (binary && ours && !off) { printf "%s", text; done = 1; exit }
            binary = ours = off = 0; text = ""
          }
          /^#/ { next }
          /^[ \t]*$/ { flush(); next }
          /^[Tt]ypes:/ { binary = / deb( |$)/; $0 = "Types: deb" }
          /^[Ss]uites:/ { ours = (" " $0 " ") ~ " " here " "; $0 = "Suites: " suite }
          /^[Cc]omponents:/ { $0 = "Components: main" }
          /^[Ee]nabled: *no/ { off = 1 }
          { text = text $0 "\n" }
          END { if (!done) flush() }' "$file") ;;
      *) continue ;;
    esac
    [ -z "$found" ] || { printf '%s\n' "$found"; return; }
  done
  return 1
}

asRoot() {
  local settings=(DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8)
  if [ "$(id -u)" = 0 ]; then env "${settings[@]}" "$@"; else sudo env "${settings[@]}" "$@"; fi
}

# Runs a command; shows what it printed only if it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" < /dev/null > "$log" 2>&1 || status=$?
  [ $status = 0 ] || tail -n 40 "$log" >&2
  rm -f "$log"
  return $status
}

requirePrograms() {
  local group programs program missing=()
  for group in "$@"; do
    programs=${group}Programs
    for program in ${!programs}; do
      command -v "$program" > /dev/null || missing+=("$program")
    done
  done
  [ ${#missing[@]} = 0 ] || { say "Not found: ${missing[*]}"; stopWithNeeds "$@"; }
}

stopWithNeeds() {
  local group needs
  say "This system is not Debian 12 or 13, so please install what is missing yourself."
  for group in "$@"; do needs=${group}Needs; say "${!needs}"; done
  say "Libraries can also come from vcpkg: CONTRIBUTING.md says how."
  exit 1
}

configure() {
  local fresh=''
  isConfigured || fresh=--fresh
  quietly cmake --preset release $fresh "$@" && return
  case $debian in
    12 | 13) stop "cmake could not set up the build; the lines above say why." ;;
    *) stopWithNeeds build ;;
  esac
}

# Whether there is a build folder that was made for this checkout, not for a copy of it elsewhere.
isConfigured() {
  [ -f build/build.ninja ] &&
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" build/CMakeCache.txt
}
