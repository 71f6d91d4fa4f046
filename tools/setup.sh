# What ./run and ./test share: the packages they need and the builds. Sourced, not run.

# Needed to build and run; and, apart, what only the tests need.
build_packages=(g++ cmake ninja-build ccache pkg-config libicu-dev libssl-dev libcurl4-openssl-dev libfmt-dev
  libsimdjson-dev libcli11-dev libsqlite3-dev libpsl-dev libuchardet-dev
  libexpected-dev libstemmer-dev libboost-dev libzstd-dev libbrotli-dev zlib1g-dev
  libbz2-dev)
test_packages=(libgtest-dev libbenchmark-dev libmodest-dev libgumbo-dev libxml2-dev zstd man-db python3
  nodejs npm chromium fonts-noto-core fonts-noto-cjk)

say() { printf '%s\n' "$*" >&2; }

have_package() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Is the thing there in another way (a compiler or Node.js put there by hand)?
have_program() {
  case "$1" in
    g++|cmake|ccache) command -v "$1" >/dev/null ;;
    ninja-build) command -v ninja >/dev/null ;;
    nodejs) command -v node >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    *) return 1 ;;
  esac
}

# install_packages build|test
install_packages() {
  local wanted=("${build_packages[@]}") missing=() package
  [ "$1" = test ] && wanted+=("${test_packages[@]}")
  for package in "${wanted[@]}"; do
    have_package "$package" || have_program "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    say "synoptic: these Debian packages are missing and there is no apt-get: ${missing[*]}"
    exit 1
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "synoptic: please install these packages as root, then start again: ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq &&
         "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
           --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    say "synoptic: apt-get could not install: ${missing[*]} (whole log: $log)"
    exit 1
  fi
  rm -f "$log"
}

# build PRESET [cmake option...]: configures where that is needed, then builds.
build() {
  local preset=$1 log
  shift
  log=build/$preset.log
  mkdir -p build
  if ! { { [ -f "build/$preset/build.ninja" ] && [ $# -eq 0 ]; } ||
         cmake --preset "$preset" "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "synoptic: cmake could not configure build/$preset (whole log: $log)"
    exit 1
  fi
  if [ -t 2 ]; then
    cmake --build "build/$preset" || exit 1
  elif ! cmake --build "build/$preset" >>"$log" 2>&1; then
    grep -E 'error|FAILED' -A3 "$log" | tail -n 40 >&2
    say "synoptic: the build failed (whole log: $log)"
    exit 1
  fi
}

build_release() {
  [ -x build/release/bin/synoptic ] || say "Building (a few minutes the first time) ..."
  build release
}
