using Samples.Screen;

namespace ChatAgent;

/// <summary>What the program finds around it.</summary>
/// <param name="Terminal">Where it prints, and whom it can ask for approval.</param>
/// <param name="Input">Where it reads what a person says to a live model, also if that is a file.</param>
/// <param name="Variable">Gets a variable of the environment.</param>
/// <param name="Time">The clock.</param>
internal sealed record ChatHost(Terminal Terminal, TextReader Input, Func<string, string?> Variable, TimeProvider Time);
