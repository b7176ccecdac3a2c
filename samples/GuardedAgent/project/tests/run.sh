#!/bin/sh
# One line a test; fails if any of them does.
failed=0
check() { # name, receipt, expected total
  actual=$(printf "$2" | sh src/total.sh)
  if [ "$actual" = "$3" ]; then
    echo "ok    $1"
  else
    echo "FAIL  $1: expected $3, got $actual"
    failed=1
  fi
}
check "nothing bought" '' 0
check "two prices" '350\n225\n' 575
check "no newline at the end" '350\n225' 575
exit $failed
