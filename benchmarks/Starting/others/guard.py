import json
import sys

call = json.load(sys.stdin)
if "push --force" in call["tool_input"]["command"]:
    json.dump({"hookSpecificOutput": {"hookEventName": call["hook_event_name"], "permissionDecision": "deny", "permissionDecisionReason": "No force-push."}}, sys.stdout)
