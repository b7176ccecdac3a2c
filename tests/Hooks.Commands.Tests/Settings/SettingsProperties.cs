using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Hooks.Commands.Tests.Settings;

/// <summary>What holds for any settings into which our entries are merged.</summary>
public class SettingsProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000);
    private static readonly SettingsShape Shape = new(true, null);
    private static readonly SettingsMerge Merge = new(Shape, "claude", new("/opt/guard", "/work/.claude/settings.json"));

    private static readonly HookEntry[] Wanted =
    [
        new("PreToolUse", "Bash", Handler("PreToolUse")),
        new("Stop", null, Handler("Stop")),
        new("SessionStart", null, Handler("SessionStart")),
    ];

    private static (string, SettingsValue)[] Handler(string name) =>
        [("type", SettingsValue.Of("command")), ("command", SettingsValue.Of("/opt/guard")), ("args", SettingsValue.Of(["--host", "claude", "--event", name])), ("timeout", SettingsValue.Of(10))];

    [Fact]
    public void Merging_twice_is_merging_once() => Prop.ForAll(SettingsTexts.Any, text =>
    {
        var once = Merge.Apply(SettingsText.Parse("f.json", text), Wanted);
        Assert.Equal(once.Text, Merge.Apply(once, Wanted).Text);
    }).Check(Thorough);

    [Fact]
    public void Each_entry_is_there_once_and_right() => Prop.ForAll(SettingsTexts.Any, text =>
    {
        var ours = PlacedHandler.All(Merge.Apply(SettingsText.Parse("f.json", text), Wanted), Shape).Where(Merge.IsOurs).ToList();
        Assert.Equal(Wanted.Select(entry => entry.Event).Order(), ours.Select(placed => placed.Event).Order());
        foreach (var placed in ours)
        {
            var entry = Wanted.Single(entry => entry.Event == placed.Event);
            Assert.Equal(entry.Matcher, placed.MatcherText);
            Assert.All(entry.Handler, member => Assert.True(member.Value.IsSameAs(placed.Handler[member.Name])));
            Assert.All(["if", "async"], name => Assert.Null(placed.Handler[name]));
        }
    }).Check(Thorough);

    [Fact]
    public void What_is_not_ours_stays_in_its_order_with_every_comment() => Prop.ForAll(SettingsTexts.Any, text =>
    {
        var before = SettingsText.Parse("f.json", text);
        var after = Merge.Apply(before, Wanted);
        Assert.Equal(Foreign(before), Foreign(after));
        Assert.Equal(Comments(before), Comments(after));
    }).Check(Thorough);

    [Fact]
    public void Nothing_but_our_text_is_added() => Prop.ForAll(SettingsTexts.OfOthers, text =>
    {
        var merged = Merge.Apply(SettingsText.Parse("f.json", text), Wanted).Text;
        var at = 0;
        foreach (var c in merged)
        {
            if (at < text.Length && c == text[at])
                at++;
        }

        Assert.Equal(text.Length, at);
    }).Check(Thorough);

    [Fact]
    public void Taking_out_what_was_added_gives_back_every_byte() => Prop.ForAll(SettingsTexts.OfOthers, text =>
        Assert.Equal(text, Merge.Apply(Merge.Apply(SettingsText.Parse("f.json", text), Wanted), []).Text)).Check(Thorough);

    [Fact]
    public void Nothing_of_ours_is_left_when_all_is_taken_out() => Prop.ForAll(SettingsTexts.Any, text =>
    {
        var before = SettingsText.Parse("f.json", text);
        var after = Merge.Apply(before, []);
        Assert.DoesNotContain(PlacedHandler.All(after, Shape), Merge.IsOurs);
        Assert.Equal(Foreign(before), Foreign(after));
    }).Check(Thorough);

    /// <summary>The entries of others, each as it is written, and where.</summary>
    private static List<string> Foreign(SettingsText text) =>
    [
        .. PlacedHandler.All(text, Shape).Where(placed => !Merge.IsOurs(placed))
            .Select(placed => $"{placed.Event} {placed.MatcherText} {text.Text[placed.Handler.Start..placed.Handler.End]}"),
    ];

    /// <summary>Every comment, in order, but those within an entry of ours.</summary>
    private static List<string> Comments(SettingsText text) => [.. Regex.Matches(text.Text, @"//[^\r\n]*|/\*.*?\*/|""(?:[^""\\]|\\.)*""").Select(match => match.Value).Where(match => match[0] == '/')];
}
