using Hooks;

namespace ChatAgent.Recorded;

/// <summary>What a person says, and what the model answered to it: calls of tools, and at last a text.</summary>
internal sealed record RecordedTurn(string User, IReadOnlyList<RecordedAnswer> Answers);

/// <summary>One answer of the model: a text, or calls of tools.</summary>
internal sealed record RecordedAnswer(string Text, IReadOnlyList<RecordedCall> Calls);

/// <summary>A call of a tool that the model asked for.</summary>
internal sealed record RecordedCall(string Tool, HookArguments Arguments);
