namespace Samples.Screen;

/// <summary>Where the program prints, and whom it can ask.</summary>
/// <param name="Out">For the timeline.</param>
/// <param name="Error">For what is wrong with the input.</param>
/// <param name="Input">Where a person answers; null if there is none.</param>
/// <param name="Width">Columns.</param>
/// <param name="HasColours">Whether colours are wanted.</param>
/// <param name="IsLive">Whether a line can be written over, so that progress can be shown in one.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader? Input, int Width, bool HasColours, bool IsLive = false)
{
    private const int DefaultWidth = 100;
    private const int MinWidth = 40;
    private const int DefaultHeight = 40;

    /// <summary>Lines that can be seen at a time.</summary>
    public int Height { get; init; } = DefaultHeight;

    public static Terminal Open() => new(
        Console.Out,
        Console.Error,
        Console.IsInputRedirected || Console.IsOutputRedirected ? null : Console.In,
        Console.IsOutputRedirected ? DefaultWidth : Math.Max(MinWidth, WindowWidth()),
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb")
    {
        Height = Console.IsOutputRedirected ? DefaultHeight : WindowHeight(),
    };

    // Some terminals say 0.
    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width - 1 : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }

    private static int WindowHeight()
    {
        try
        {
            return Console.WindowHeight is > 0 and var height ? height : DefaultHeight;
        }
        catch (IOException)
        {
            return DefaultHeight;
        }
    }
}
