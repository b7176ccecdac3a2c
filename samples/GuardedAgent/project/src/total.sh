#!/bin/sh
# Adds up the prices on standard input, one a line, in cents.
total=0
while read -r price; do
  total=$((total + price))
done
echo "$total"
