#!/bin/sh
# Many receipts, and more output than a model needs to see.
receipt=1
while [ $receipt -le 400 ]; do
  echo "receipt $receipt: ok"
  receipt=$((receipt + 1))
done
