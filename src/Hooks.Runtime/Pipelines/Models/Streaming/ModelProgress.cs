namespace Hooks;

/// <summary>What has been done for one call of a model that streams, over all of its attempts: the host's own, or a branch of a fork.</summary>
internal sealed class ModelProgress
{
    /// <summary>How often the model was called.</summary>
    public int Calls { get; set; }
}
