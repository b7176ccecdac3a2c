namespace Hooks.Commands.Tests.Settings;

/// <summary>Entries of ours among those of others.</summary>
public class SettingsMergeTests
{
    private static readonly SettingsMerge Claude = new(new(true, null), "claude", new("/opt/guard", "/work/.claude/settings.json"));
    private static readonly SettingsMerge Cursor = new(new(false, 1), "cursor", new("/opt/guard", "/work/.cursor/hooks.json"));

    private static HookEntry Entry(string name, string? matcher = null, int timeout = 10) => new(name, matcher,
    [
        ("type", SettingsValue.Of("command")),
        ("command", SettingsValue.Of("/opt/guard")),
        ("args", SettingsValue.Of(["--host", "claude", "--event", name])),
        ("timeout", SettingsValue.Of(timeout)),
    ]);

    private static HookEntry Flat(string name, string? matcher = null) =>
        new(name, matcher, [("command", SettingsValue.Of($"/opt/guard --host cursor --event {name}")), ("timeout", SettingsValue.Of(10))]);

    private static void Merges(SettingsMerge merge, string before, string after, params HookEntry[] wanted)
    {
        var merged = merge.Apply(SettingsText.Parse("f.json", before), wanted);
        Assert.Equal(after, merged.Text);
        Assert.Equal(after, merge.Apply(merged, wanted).Text);
    }

    [Fact]
    public void New_settings() => Merges(Claude, "", """
        {
          "hooks": {
            "PreToolUse": [
              {
                "matcher": "Bash|Edit",
                "hooks": [
                  {
                    "type": "command",
                    "command": "/opt/guard",
                    "args": ["--host", "claude", "--event", "PreToolUse"],
                    "timeout": 10
                  }
                ]
              }
            ],
            "Stop": [
              {
                "hooks": [
                  {
                    "type": "command",
                    "command": "/opt/guard",
                    "args": ["--host", "claude", "--event", "Stop"],
                    "timeout": 10
                  }
                ]
              }
            ]
          }
        }

        """, Entry("PreToolUse", "Bash|Edit"), Entry("Stop"));

    [Fact]
    public void Without_groups_and_with_a_version() => Merges(Cursor, "", """
        {
          "version": 1,
          "hooks": {
            "preToolUse": [
              {
                "matcher": "Shell",
                "command": "/opt/guard --host cursor --event preToolUse",
                "timeout": 10
              }
            ]
          }
        }

        """, Flat("preToolUse", "Shell"));

    private const string Theirs = """
        {
            // permissions first
            "permissions": { "allow": ["Bash(git *)"], },   /* ours to decide */
            "hooks": {
                "PreToolUse": [
                    // the linter
                    { "matcher": "Edit", "hooks": [{ "type": "command", "command": "lint" }] }
                ],
                "Stop": [],
            },
        }
        """;

    [Fact]
    public void Theirs_stay_byte_for_byte() => Merges(Claude, Theirs, """
        {
            // permissions first
            "permissions": { "allow": ["Bash(git *)"], },   /* ours to decide */
            "hooks": {
                "PreToolUse": [
                    // the linter
                    { "matcher": "Edit", "hooks": [{ "type": "command", "command": "lint" }] },
                    {
                        "matcher": "Bash",
                        "hooks": [
                            {
                                "type": "command",
                                "command": "/opt/guard",
                                "args": ["--host", "claude", "--event", "PreToolUse"],
                                "timeout": 10
                            }
                        ]
                    }
                ],
                "Stop": [],
            },
        }
        """, Entry("PreToolUse", "Bash"));

    [Fact]
    public void What_was_added_can_be_taken_out()
    {
        var settings = SettingsText.Parse("f.json", Theirs);
        Assert.Equal(Theirs, Claude.Apply(Claude.Apply(settings, [Entry("PreToolUse", "Bash"), Entry("SessionStart")]), []).Text);
    }

    [Fact]
    public void Ours_are_mended_where_they_stand_and_keep_what_is_no_harm() => Merges(Claude,
        """
        {"hooks": {"PreToolUse": [{"matcher": "Bash(git *)", "hooks": [
          {"timeout": 99, "statusMessage": "policy" /* kept */, "async": true, "command": "/opt/guard --host claude --event PreToolUse", "type": "command", "if": "Bash(git *)"}]}]}}
        """,
        """
        {"hooks": {"PreToolUse": [{"matcher": "Bash", "hooks": [
          {"timeout": 10, "statusMessage": "policy" /* kept */, "command": "/opt/guard", "type": "command", "args": ["--host", "claude", "--event", "PreToolUse"]}]}]}}
        """, Entry("PreToolUse", "Bash"));

    [Fact]
    public void Ours_go_where_no_hook_needs_them_and_where_they_stand_twice() => Merges(Claude,
        """
        {
          "hooks": {
            "PreToolUse": [
              {"hooks": [{"type": "command", "command": "/opt/guard", "args": ["--host", "claude", "--event", "PreToolUse"], "timeout": 10}, {"type": "command", "command": "theirs"}]},
              {"hooks": [{"type": "command", "command": "/opt/guard --host claude --event PreToolUse"}]}
            ],
            "Stop": [ // kept for the words
              {"hooks": [{"command": "/opt/guard --host claude --event Stop"}]}
            ],
            "SessionEnd": [{"matcher": "", "hooks": [{"command": "/opt/guard --host claude --event SessionEnd"}]}]
          }
        }
        """,
        """
        {
          "hooks": {
            "PreToolUse": [
              {"hooks": [{"type": "command", "command": "/opt/guard", "args": ["--host", "claude", "--event", "PreToolUse"], "timeout": 10}, {"type": "command", "command": "theirs"}]}
            ],
            "Stop": [ // kept for the words
            ]
          }
        }
        """, Entry("PreToolUse"));

    [Fact]
    public void A_group_that_others_share_keeps_its_matcher() => Merges(Claude,
        """
        {"hooks":{"PreToolUse":[{"matcher":"Edit","hooks":[{"command":"theirs"},{"command":"/opt/guard --host claude --event PreToolUse"}]}]}}
        """,
        """
        {"hooks":{"PreToolUse":[{"matcher":"Edit","hooks":[{"command":"theirs"}]},{"matcher":"Bash","hooks":[{"type":"command","command":"/opt/guard","args":["--host","claude","--event","PreToolUse"],"timeout":10}]}]}}
        """, Entry("PreToolUse", "Bash"));

    [Fact]
    public void Entries_of_other_programs_and_for_other_agents_are_theirs()
    {
        const string Text = """
            {"hooks":{"PreToolUse":[{"hooks":[{"command":"/opt/guard --host codex --event PreToolUse"},{"command":"/opt/guard"},{"command":"/opt/warden --host claude --event PreToolUse"},{"command":"echo /opt/guard --host claude --event PreToolUse"}]}]}}
            """;
        Assert.Equal(Text, Claude.Apply(SettingsText.Parse("f.json", Text), []).Text);
    }

    [Theory]
    [InlineData("""{"hooks": []}""", "f.json:1:11: 'hooks' must be an object with a member for each event; this is an array")]
    [InlineData("""{"hooks": {"Stop": {}}}""", "f.json:1:20: 'Stop' must be an array of entries; this is an object")]
    public void Settings_of_another_build_are_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Claude.Apply(SettingsText.Parse("f.json", text), [Entry("Stop")])).Message);
}
