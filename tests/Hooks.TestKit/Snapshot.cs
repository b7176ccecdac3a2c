using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hooks.TestKit;

/// <summary>
/// Compares a text with the file <c>Class.Method.verified.cs</c> beside the test. On a difference the text is written to
/// <c>Class.Method.received.cs</c>; <c>HOOKS_ACCEPT=1</c> accepts it instead. The file names are those of Verify, which can
/// take this class's place.
/// </summary>
public static partial class Snapshot
{
    /// <summary>Asserts that the text is the accepted one.</summary>
    public static void Match(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        if (!Directory.Exists(folder))
            throw new TestKitException($"Snapshots need the path of the test, and this build hides it: set DeterministicSourcePaths to false ({testFile}).");

        var stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
        var verified = stem + ".verified.cs";
        var received = stem + ".received.cs";
        text = Scrub(text);
        var expected = File.Exists(verified) ? Scrub(File.ReadAllText(verified)) : null;
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("HOOKS_ACCEPT") == "1")
        {
            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new TestKitException(
            $"{Path.GetFileName(verified)} {(expected is null ? "does not exist" : "differs: " + FirstDifference(expected, text))}. " +
            $"Compare it with {Path.GetFileName(received)}; if that is right, run the test again with HOOKS_ACCEPT=1.");
    }

    private static string Scrub(string text) =>
        GeneratorVersion().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "${before}{version}${after}").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was '{before.ElementAtOrDefault(line)}' and is '{after.ElementAtOrDefault(line)}'";
    }

    [GeneratedRegex("""(?<before>GeneratedCode\("[^"]+", ")[^"]+(?<after>"\))""")]
    private static partial Regex GeneratorVersion();
}
