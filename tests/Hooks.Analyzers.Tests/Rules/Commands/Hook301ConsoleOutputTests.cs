namespace Hooks.Analyzers.Tests.Rules.Commands;

public class Hook301ConsoleOutputTests
{
    private const string Id = "HOOK301";

    [Fact]
    public Task WritingIsFound() => Expect.FindAsync(
        Id,
        CommandProject.Of,
        Hook("""[|Console.WriteLine|]("seen"); return HookResult.Continue;"""),
        "The hook 'Check' uses 'Console.WriteLine', but standard output carries the answer to the coding agent and nothing else; use 'Console.Error.WriteLine'");

    [Theory]
    [InlineData("""[|Console.Write|]('x');""")]
    [InlineData("""[|Console.Out|].WriteLine("x");""")]
    [InlineData("""using var output = [|Console.OpenStandardOutput|]();""")]
    [InlineData("""Action say = () => [|Console.WriteLine|]("x"); say();""")]
    [InlineData("""new List<string>().ForEach([|Console.WriteLine|]);""")]
    [InlineData("""Action<string> say = [|Console.Write|]; say("x");""")]
    public Task EveryWayIsFound(string statement) => Expect.FindAsync(Id, CommandProject.Of, Hook(statement + " return HookResult.Continue;"));

    [Theory]
    [InlineData("""Console.Error.WriteLine("x");""")]
    [InlineData("""using var error = Console.OpenStandardError();""")]
    [InlineData("""_ = nameof(Console.WriteLine);""")]
    [InlineData("""Other.Console.WriteLine("x");""")]
    public Task OtherStreamsAreFine(string statement) => Expect.NothingAsync(Id, CommandProject.Of(Hook(statement + " return HookResult.Continue;"), OtherConsole));

    [Fact]
    public Task OtherMethodsAreFine() => Expect.NothingAsync(Id, CommandProject.Of(CommandProject.Source("""static void Say() => Console.WriteLine("x");""")));

    [Fact]
    public Task WithoutThePackageTheConsoleIsFree() => Expect.NothingAsync(
        Id,
        """static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void See(ToolCallContext call) => Console.WriteLine(call.ToolName); }""");

    [Theory]
    [InlineData("""Console.WriteLine("x");""", """Console.Error.WriteLine("x");""")]
    [InlineData("""System.Console.Write('x');""", """System.Console.Error.Write('x');""")]
    [InlineData("""Console.Out.Write('x');""", """Console.Error.Write('x');""")]
    [InlineData("""Action<string> say = Console.WriteLine;""", """Action<string> say = Console.Error.WriteLine;""")]
    [InlineData("""Console.OpenStandardOutput();""", """Console.OpenStandardError();""")]
    public Task StandardErrorIsOffered(string statement, string mended) =>
        Fix.AppliesToAllAsync(Id, CommandProject.Of, Hook(statement + " return HookResult.Continue;"), Hook(mended + " return HookResult.Continue;"));

    private const string OtherConsole = "namespace Other { static class Console { internal static void WriteLine(string text) { } } }";

    private static string Hook(string body) => CommandProject.Source($"[Hook(HookPoint.BeforeToolCall)] internal static HookResult Check(ToolCallContext call) {{ {body} }}");
}
