using System.ComponentModel;
using System.Reflection;
using Acme.Deploy;
using Acme.Guards;
using Acme.Host;

namespace Hooks.CrossAssembly.Tests;

/// <summary>What the generator makes public, and to whom.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void A_host_publishes_no_types_and_no_manifest()
    {
        var host = typeof(Program).Assembly;
        Assert.Empty(host.GetExportedTypes());
        Assert.Empty(host.GetCustomAttributes<HookManifestAttribute>());
    }

    [Fact]
    public void A_library_publishes_its_thunks_only_and_hides_them_from_editors()
    {
        foreach (var (library, own) in new[] { (typeof(GuardServices).Assembly, new[] { "GuardServices" }), (typeof(DeployContext).Assembly, ["DeployContext", "DeployGuards"]) })
        {
            var extra = Assert.Single(library.GetExportedTypes(), type => !own.Contains(type.Name));
            Assert.Equal(EditorBrowsableState.Never, extra.GetCustomAttribute<EditorBrowsableAttribute>()?.State);
            Assert.Null(library.GetTypes().SingleOrDefault(type => type.IsSubclassOf(typeof(HookTable))));
        }
    }

    [Fact]
    public void A_library_lists_its_own_hooks_only()
    {
        Assert.Equal(5, typeof(GuardServices).Assembly.GetCustomAttributes<HookManifestAttribute>().Count());
        Assert.Equal(3, typeof(DeployContext).Assembly.GetCustomAttributes<HookManifestAttribute>().Count());
    }

    [Fact]
    public void A_host_that_only_a_provider_can_serve_has_no_other_way_in()
    {
        // Budget is internal to its library and cannot be made without arguments.
        var create = typeof(GeneratedHooks).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(method => method.Name == "CreateDispatcher");
        Assert.Equal(typeof(IServiceProvider), Assert.Single(create).GetParameters()[0].ParameterType);
        Assert.Throws<InvalidOperationException>(() => GeneratedHooks.CreateDispatcher(new Nothing()));
    }

    private sealed class Nothing : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
