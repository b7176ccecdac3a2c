using Microsoft.CodeAnalysis;

namespace Hooks.Analyzers.Finding;

/// <summary>Something that a hook returns on some path.</summary>
/// <param name="Operation">The expression that makes the answer.</param>
/// <param name="Kind">What it is; null where the method's own text does not tell.</param>
/// <param name="Chosen">Where it is made.</param>
/// <param name="Returned">Where it is returned.</param>
internal sealed record Answer(IOperation Operation, ResultKind? Kind, FlowPlace Chosen, FlowPlace Returned);
