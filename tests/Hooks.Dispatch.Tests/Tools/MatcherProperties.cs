using FsCheck;
using FsCheck.Fluent;
using Hooks.Dispatch.Tests.Scripting;

namespace Hooks.Dispatch.Tests.Tools;

/// <summary>The emitted matcher and a naive one agree on random patterns and names.</summary>
public sealed class MatcherProperties
{
    // Few characters, so that patterns and names meet; pairs that differ only in case, and some that only seem to.
    private static readonly Gen<string> Names = Text("aAbB_-é\u00c9iI\u0130\u0131k\u212a");
    private static readonly Gen<string> Pattern = Text("aAbB_-é\u00c9iI\u0131k**??");
    private static readonly Gen<string> Patterns = Gen.NonEmptyListOf(Pattern).Select(list => string.Join('|', list.Take(4)));

    [Fact]
    public void They_agree()
    {
        var patterns = Patterns.Sample(300, 12).Distinct().ToArray();
        var program = HookProgram.Of(patterns.Select((tools, i) => new HookSpec($"m{i:000}") { Tools = tools, Shape = i % 2 == 0 ? Shape.Void : Shape.Result }));
        var dispatchers = Enum.GetValues<HookExecutionPath>().Select(path => program.CreateDispatcher(path)).ToArray();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Names.ToArbitrary(), name =>
        {
            var expected = patterns.Select((tools, i) => (tools, hook: $"m{i:000}")).Where(hook => NaiveMatcher.Matches(hook.tools, name)).Select(hook => $"{hook.hook} {hook.tools}").ToArray();
            foreach (var dispatcher in dispatchers)
            {
                var context = new ToolCallContext { ToolName = name };
                var script = new HookScript();
                script.PutInto(context);
                dispatcher.BeforeToolCall(context);
                Assert.Equal(expected, script.Ran.Select(hook => $"{hook} {patterns[int.Parse(hook.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)]}"));
            }
        }));
    }

    private static Gen<string> Text(string characters) => Gen.Elements(characters.ToCharArray()).ListOf().Select(list => new string([.. list.Take(8)]));
}
