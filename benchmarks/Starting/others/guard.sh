#!/usr/bin/env bash
exec jq -c 'select(.tool_name == "Bash" and (.tool_input.command | contains("push --force")))
  | {hookSpecificOutput: {hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "force-push is not allowed"}}'
