jq -c 'if .tool_input.command | contains("push --force")
       then {hookSpecificOutput: {hookEventName: .hook_event_name, permissionDecision: "deny", permissionDecisionReason: "No force-push."}}
       else empty end'
