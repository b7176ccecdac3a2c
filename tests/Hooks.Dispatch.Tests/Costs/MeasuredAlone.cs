namespace Hooks.Dispatch.Tests.Costs;

/// <summary>Tests that listen to the meter, which is one for the whole process, or that nobody else may listen to.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
