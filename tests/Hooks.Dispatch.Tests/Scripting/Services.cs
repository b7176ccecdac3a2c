using System.Collections;

namespace Hooks.Dispatch.Tests.Scripting;

/// <summary>A service provider with the objects put into it, which remembers what it was asked for.</summary>
internal sealed class Services : IServiceProvider, IEnumerable
{
    private readonly Dictionary<Type, object> _objects = [];

    public List<Type> Asked { get; } = [];

    public void Add(Type type, object service) => _objects.Add(type, service);

    public object? GetService(Type serviceType)
    {
        Asked.Add(serviceType);
        return _objects.GetValueOrDefault(serviceType);
    }

    IEnumerator IEnumerable.GetEnumerator() => _objects.GetEnumerator();
}
