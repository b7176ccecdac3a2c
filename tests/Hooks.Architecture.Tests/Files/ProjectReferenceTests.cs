using System.Xml.Linq;

namespace Hooks.Architecture.Tests.Files;

/// <summary>
/// A project that is built with two sets of properties is two builds that write the same files; on a busy machine one of
/// them finds a file locked by the other.
/// </summary>
public class ProjectReferenceTests
{
    // What makes the build system see another project in a reference, by the metadata of ProjectReference.
    private static readonly string[] Distinguishing = ["SetTargetFramework", "SetConfiguration", "SetPlatform", "AdditionalProperties", "Properties"];

    public static TheoryData<string> ProjectFiles { get; } =
        [.. Repository.Files.Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")];

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void EveryReferenceAsksForTheSameBuildOfAProject(string file)
    {
        var project = XDocument.Parse(Repository.Read(file));

        Assert.Empty(project.Descendants()
            .Where(element => element.Name.LocalName == "ProjectReference")
            .SelectMany(reference => reference.Attributes().Select(attribute => attribute.Name.LocalName)
                .Concat(reference.Elements().Select(child => child.Name.LocalName)))
            .Intersect(Distinguishing));
    }
}
