namespace Hooks.Runtime.Tests.Catalogue;

public class DerivedFilesTests
{
    private static bool Accepts => Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1";

    [Fact]
    public void Derived_files_say_what_the_enum_says()
    {
        var stale = DerivedFile.All.Where(file => !file.IsCurrent).ToList();
        if (Accepts)
            stale.ForEach(file => file.Write());
        else
            Assert.True(stale.Count == 0, $"Out of date: {string.Join(", ", stale)}. To renew: {DerivedFile.HowToRenew}");
    }

    [Fact]
    public void No_entries_are_left_over_from_a_group_that_is_gone()
    {
        var expected = DerivedFile.All.Select(file => Path.GetFileName(file.Path)).ToHashSet();
        var entries = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, EntriesRenderer.Folder));

        Assert.All(entries, entry => Assert.Contains(Path.GetFileName(entry), expected));
    }

    [Fact]
    public void Every_point_stands_in_one_group()
    {
        var grouped = PointGroup.All.SelectMany(group => group.Points).Select(point => point.Value);

        Assert.Equal(Enum.GetValues<HookPoint>(), grouped.Order());
    }

    [Fact]
    public void Every_context_stands_in_one_group()
    {
        var contexts = typeof(HookContext).Assembly.GetTypes()
            .Where(type => type.IsSealed && type.IsPublic && type.IsSubclassOf(typeof(HookContext)) && !type.IsSubclassOf(typeof(CustomHookContext)));

        Assert.Equal(contexts.Select(type => type.Name).Order(), PointGroup.All.SelectMany(group => group.Contexts).Select(type => type.Name).Order());
    }

    [Fact]
    public void Derived_files_are_of_a_size_that_can_be_read()
    {
        Assert.All(DerivedFile.All.Where(file => file.Path.EndsWith(".cs")), file => Assert.InRange(file.Text.Count(c => c == '\n'), 1, 400));
    }
}
