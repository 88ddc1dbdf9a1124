# Shared by tools/quickstart, tools/test and tools/install-dictionary: looks for what the project needs and installs
# what is missing, by package name. Sourced, not run.

say() { printf '\n\033[1m%s\033[0m\n' "$*" >&2; }
note() { printf '  %s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 2; }

# Needed to build; then what set-up compiles its data from.
BUILD_PACKAGES=(libicu-dev libsqlite3-dev libxml2-dev libzip-dev libxlsxwriter-dev zlib1g-dev pkg-config)
DATA_PACKAGES=(wamerican wbritish unicode-data bzip2)

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    die "the Swift toolchain is missing. Get Swift 6.3 or later for your system at https://www.swift.org/install/linux/ and put its bin folder on PATH"
  fi
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != 6.2 ]; then
    die "Swift 6.2 or later is needed; this is ${version:-unknown}. See https://www.swift.org/install/linux/"
  fi
  note "Swift $version"
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done
}

# install_packages required|optional NAME...
install_packages() {
  local need=$1 missing=() runner=()
  shift
  if ! command -v dpkg-query >/dev/null 2>&1; then
    note "this is no Debian-like system; install by your package manager: $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -eq 0 ] && { note "packages: all there"; return 0; }
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then runner=(sudo -n); else
      [ "$need" = optional ] && { note "not installed, and not allowed to: ${missing[*]} (some work will be weaker)"; return 0; }
      die "these packages are missing, and installing them needs root. Run:  sudo apt-get install ${missing[*]}"
    fi
  fi
  note "installing ${missing[*]}"
  if ! "${runner[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null 2>&1; then
    "${runner[@]}" apt-get update -q >/dev/null 2>&1 || true
    if ! "${runner[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >/dev/null 2>&1; then
      [ "$need" = optional ] && { note "could not install ${missing[*]} (some work will be weaker)"; return 0; }
      die "could not install ${missing[*]}; try:  apt-get install ${missing[*]}"
    fi
  fi
}
