const call = JSON.parse(require("fs").readFileSync(0, "utf8"));
if (call.tool_input.command.includes("push --force"))
    process.stdout.write(JSON.stringify({ hookSpecificOutput: { hookEventName: call.hook_event_name, permissionDecision: "deny", permissionDecisionReason: "No force-push." } }));
