namespace Hooks.Dispatch.Tests.Differential.Policies;

/// <summary>A context as far as it matters here: what hooks have written, and whether they still can.</summary>
internal sealed class ModelContext(IEnumerable<string> written)
{
    private readonly List<string> _written = [.. written];
    private bool _isFrozen;

    public bool IsFrozen => _isFrozen;

    public string? DecidedBy { get; set; }

    public string Read() => string.Join(';', _written);

    public void Write(string text)
    {
        if (_isFrozen)
            throw new InvalidOperationException("frozen");
        _written.Add(text);
    }

    public ModelContext Copy() => new(_written) { DecidedBy = DecidedBy };

    public ModelContext Supersede()
    {
        _isFrozen = true;
        return Copy();
    }
}
