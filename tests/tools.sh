# What the scripts of the tests share; sourced from the root of the repository.
# Named checks that are counted, and the means to put in place what a check needs.

passed=0
failed=0
failures=()
target="${CARGO_TARGET_DIR:-target}"
[[ "$target" = /* ]] || target="$PWD/$target"
# The program that `cargo test` has built: a release build is one more build of everything, and `.ci/run` makes it.
program="$target/debug/verbeeld"
# Clippy compiles what it reads, so that one build serves it and all tests: `cargo clippy` would first go through everything once more,
# and through all that it stands on. Who builds from nothing gains nothing by what the compiler keeps for a next time.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings__CLIPPY_HACKERY__
[[ -d "$target/debug/incremental" ]] || export CARGO_INCREMENTAL=0
# CI judges a change, not its luck: the same commit gets the same random input there. Elsewhere every run tries others.
[[ "${CI:-}" != true ]] || export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-1}"
proof="$target/proef"
browser_tests="tests/browser"

# step NAME COMMAND…: one named check.
step() {
  local name="$1" start=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then
    passed=$((passed + 1))
    printf -- '-- ok: %s (%d s)\n' "$name" $((SECONDS - start))
  else
    fail "$name" $((SECONDS - start))
  fi
}

fail() {
  failed=$((failed + 1))
  failures+=("$1")
  printf -- '-- FAILED: %s (%d s)\n' "$1" "${2:-0}"
}

# skip NAME REASON: what cannot be checked here.
skip() {
  printf '\nSKIPPED: %s: %s\n' "$1" "$2"
  if [[ "${CI:-}" = true ]]; then fail "$1"; fi
}

have() { command -v "$1" >/dev/null 2>&1; }

# Installs packages of the system, quietly: only when something is missing, and only as root.
fetched_lists=false
system_packages() {
  [[ "$(id -u)" = 0 ]] && have apt-get || return 1
  if ! $fetched_lists; then
    apt-get update -qq >/dev/null 2>&1
    fetched_lists=true
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [[ -n "$candidate" && -x "$candidate" ]]; then
      export CHROMIUM="$candidate"
      return 0
    fi
  done
  return 1
}

find_firefox() {
  local candidate
  for candidate in "${FIREFOX:-}" /usr/bin/firefox-esr /usr/bin/firefox; do
    if [[ -n "$candidate" && -x "$candidate" ]]; then
      export FIREFOX="$candidate"
      return 0
    fi
  done
  return 1
}

# What the tests of the browser need is put in place once; a fresh lock file brings fresh packages.
node_packages() {
  local lock="$browser_tests/package-lock.json" mark="$browser_tests/node_modules/.lock"
  cmp -s "$lock" "$mark" && return 0
  (cd "$browser_tests" && npm ci --loglevel=error >/dev/null 2>&1) && cp "$lock" "$mark"
}

node_is_new_enough() { have node && have npm && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'; }

# The real site must build without a single warning. It goes to a folder of the tests: public/ belongs to who works here.
real_site() {
  local said
  rm -rf "$proof/public"
  mkdir -p "$proof"
  said=$("$program" build --uit "$proof/public" 2>&1)
  local code=$?
  printf '%s\n' "$said"
  [[ $code = 0 && "$said" = *"geen waarschuwingen"* ]]
}

# tally: how it went, as the last line.
tally() {
  local name
  printf '\n'
  for name in ${failures[@]+"${failures[@]}"}; do printf 'failed: %s\n' "$name"; done
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [[ $failed = 0 ]]
}
