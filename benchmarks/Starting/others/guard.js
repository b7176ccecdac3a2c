const call = JSON.parse(require("fs").readFileSync(0, "utf8"));
if (call.tool_name === "Bash" && call.tool_input.command.includes("push --force"))
    process.stdout.write(JSON.stringify({ hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "force-push is not allowed" } }));
