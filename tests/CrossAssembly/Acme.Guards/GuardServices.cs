namespace Acme.Guards;

/// <summary>Hands out the library's own objects, which nobody else can name.</summary>
public sealed class GuardServices : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(Budget) ? new Budget(7) : null;
}
