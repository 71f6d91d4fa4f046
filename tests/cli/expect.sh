# What the tests of this folder share: sourced, with $work set to a folder of theirs.
failed=0

# expect CODE NAME COMMAND...: runs it, keeps stdout and stderr in $work/out and $work/err.
expect() {
  local code=$1 name=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null
  local got=$?
  if [ $got -ne "$code" ]; then
    echo "FAIL $name: exit code $got, expected $code"
    head -n 3 "$work/err"
    failed=1
  fi
}
