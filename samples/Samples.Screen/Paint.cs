namespace Samples.Screen;

/// <summary>Colours, where they are wanted. The only place that writes escape sequences.</summary>
internal sealed class Paint(bool hasColours)
{
    public string Faint(string text) => In("2", text);

    public string Bold(string text) => In("1", text);

    public string Red(string text) => In("31", text);

    public string Green(string text) => In("32", text);

    public string Yellow(string text) => In("33", text);

    public string Cyan(string text) => In("36", text);

    private string In(string code, string text) => hasColours ? $"\e[{code}m{text}\e[0m" : text;
}
