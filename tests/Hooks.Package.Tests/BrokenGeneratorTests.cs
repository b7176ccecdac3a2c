using Hooks.Package.Tests.Packing;

namespace Hooks.Package.Tests;

/// <summary>A generator that was skipped, cannot start or has failed is an error, also in a project that has silenced the warning.</summary>
[Collection(PackedOnce.Name)]
public sealed class BrokenGeneratorTests(PackedRepository packed)
{
    [Theory]
    [InlineData("Acme.Skipped", "CS9057")]
    [InlineData("Acme.Unloadable", "CS8032")]
    [InlineData("Acme.Unstarted", "CS8784")]
    [InlineData("Acme.Failed", "CS8785")]
    public async Task It_fails_the_build(string project, string diagnostic)
    {
        var build = await packed.MistakenAsync();
        var said = Assert.Single(build.Of(project));
        Assert.Equal(("error", diagnostic), (said.Severity, said.Id));
    }
}
