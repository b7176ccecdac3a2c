import json
import sys

call = json.load(sys.stdin)
if call["tool_name"] == "Bash" and "push --force" in call["tool_input"]["command"]:
    json.dump({"hookSpecificOutput": {"hookEventName": "PreToolUse", "permissionDecision": "deny", "permissionDecisionReason": "force-push is not allowed"}}, sys.stdout)
