using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Hooks.Package.Tests.Packing;

/// <summary>A package as the files in it, without those by which NuGet keeps its books.</summary>
internal sealed record PackageFile(ImmutableSortedDictionary<string, byte[]> Files)
{
    public static PackageFile Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return new(archive.Entries
            .Where(entry => entry.FullName is not ("_rels/.rels" or "[Content_Types].xml") && !entry.FullName.StartsWith("package/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(entry => entry.FullName, Read, StringComparer.Ordinal));
    }

    public XElement Metadata
    {
        get
        {
            var root = XDocument.Parse(Text(Files.Keys.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!;
            return root.Element(root.Name.Namespace + "metadata")!;
        }
    }

    public string Text(string file) => Encoding.UTF8.GetString(Files[file]).TrimStart('\uFEFF');

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
