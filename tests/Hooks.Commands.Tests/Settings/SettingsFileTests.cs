using System.IO.Pipes;
using System.Text;

namespace Hooks.Commands.Tests.Settings;

/// <summary>Settings on disk: all or nothing, with what was there kept beside.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hooks-settings-").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_file_is_made_with_its_folder()
    {
        var file = SettingsFile.Read(At("a/b/settings.json"));
        Assert.False(file.Exists);
        Assert.Null(file.Write(Changed(file)));
        Assert.Equal("{\n  \"n\": 1\n}\n", File.ReadAllText(At("a/b/settings.json")));
        Assert.Single(Directory.GetFiles(At("a/b")));
    }

    [Fact]
    public void The_old_text_is_kept_beside_under_a_name_of_its_own()
    {
        File.WriteAllText(At("s.json"), "{\"a\":1}");
        for (var round = 1; round <= 3; round++)
        {
            var file = SettingsFile.Read(At("s.json"));
            Assert.Equal(file.Target + ".bak" + (round == 1 ? "" : round.ToString()), file.Write(Changed(file, $"n{round}")));
        }

        Assert.Equal("{\"a\":1,\"n1\":1,\"n2\":1,\"n3\":1}", File.ReadAllText(At("s.json")));
        Assert.Equal("{\"a\":1}", File.ReadAllText(At("s.json.bak")));
        Assert.Equal("{\"a\":1,\"n1\":1}", File.ReadAllText(At("s.json.bak2")));
        Assert.Equal(4, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Bytes_stay_as_they_are()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{ // é\r\n  \"a\": \"\\u00e9\",\n\r\n}\r"u8];
        File.WriteAllBytes(At("s.json"), bytes);
        var file = SettingsFile.Read(At("s.json"));
        file.Write(file.Text);
        Assert.Equal(bytes, File.ReadAllBytes(At("s.json")));
        Assert.Equal(bytes, File.ReadAllBytes(At("s.json.bak")));
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_changes()
    {
        Directory.CreateDirectory(At("dotfiles"));
        File.WriteAllText(At("dotfiles/claude.json"), "{}");
        File.CreateSymbolicLink(At("middle.json"), "dotfiles/claude.json");
        File.CreateSymbolicLink(At("s.json"), At("middle.json"));
        var file = SettingsFile.Read(At("s.json"));
        file.Write(Changed(file));
        Assert.Equal(At("middle.json"), new FileInfo(At("s.json")).LinkTarget);
        Assert.Equal("{\n  \"n\": 1\n}", File.ReadAllText(At("dotfiles/claude.json")));
        Assert.Equal("{}", File.ReadAllText(At("dotfiles/claude.json.bak")));
    }

    [Theory]
    [InlineData("project/.claude/settings.json")]
    [InlineData("project/.claude/../shared.json")]
    public void A_link_in_a_folder_that_is_one_itself_leads_where_the_system_goes(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(At("dotfiles/claude"));
        Directory.CreateDirectory(At("project"));
        Directory.CreateSymbolicLink(At("project/.claude"), "../dotfiles/claude");
        File.CreateSymbolicLink(At("dotfiles/claude/settings.json"), "../shared.json");
        File.WriteAllText(At("dotfiles/shared.json"), "{}");
        var file = SettingsFile.Read(At(path));
        Assert.True(file.Exists);
        file.Write(Changed(file));
        Assert.Equal("{\n  \"n\": 1\n}", File.ReadAllText(At("dotfiles/shared.json")));
        Assert.Equal([At("project/.claude")], Directory.GetFileSystemEntries(At("project")));
    }

    [Fact]
    public void A_link_to_nothing_leads_to_a_new_file()
    {
        File.CreateSymbolicLink(At("s.json"), At("later/t.json"));
        var file = SettingsFile.Read(At("s.json"));
        Assert.False(file.Exists);
        file.Write(Changed(file));
        Assert.True(File.Exists(At("later/t.json")));
        Assert.NotNull(new FileInfo(At("s.json")).LinkTarget);
    }

    [Fact]
    public void A_circle_of_links_is_an_error()
    {
        File.CreateSymbolicLink(At("a.json"), At("b.json"));
        File.CreateSymbolicLink(At("b.json"), At("a.json"));
        Assert.StartsWith($"{At("a.json")}: cannot be read:", Assert.Throws<SettingsException>(() => SettingsFile.Read(At("a.json"))).Message);
    }

    [Fact]
    public void Rights_stay_as_they_are()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.WriteAllText(At("s.json"), "{}");
        File.SetUnixFileMode(At("s.json"), Mode);
        var file = SettingsFile.Read(At("s.json"));
        var backup = file.Write(Changed(file));
        Assert.Equal(Mode, File.GetUnixFileMode(At("s.json")));
        Assert.Equal(Mode, File.GetUnixFileMode(backup!));
    }

    [Fact]
    public void A_protected_file_is_left_alone()
    {
        File.WriteAllText(At("s.json"), "{}");
        File.SetAttributes(At("s.json"), FileAttributes.ReadOnly);
        var file = SettingsFile.Read(At("s.json"));
        Assert.Equal($"{At("s.json")}: is read-only; nothing was written", Assert.Throws<SettingsException>(() => file.Write(Changed(file))).Message);
        Assert.Equal("{}", File.ReadAllText(At("s.json")));
        Assert.Single(Directory.GetFiles(_folder));
        File.SetAttributes(At("s.json"), FileAttributes.Normal);
    }

    [Theory]
    [InlineData("/dev/hooks-no-such-device")]
    [InlineData("/proc/hooks.json")]
    public void A_device_is_not_replaced(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(At("s.json"), path);
        var file = SettingsFile.Read(At("s.json"));
        Assert.Equal($"{At("s.json")}: is no regular file; nothing was written", Assert.Throws<SettingsException>(() => file.Write(Changed(file))).Message);
    }

    [Fact]
    public void A_pipe_can_be_read_and_is_not_replaced()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.Write("{\"a\":1}"u8);
        var path = $"/dev/fd/{pipe.GetClientHandleAsString()}";
        using (var client = new AnonymousPipeClientStream(PipeDirection.In, pipe.GetClientHandleAsString()))
        {
            pipe.Dispose();
            var file = SettingsFile.Read(path);
            Assert.Equal("{\"a\":1}", file.Text.Text);
            Assert.Equal($"{path}: is no regular file; nothing was written", Assert.Throws<SettingsException>(() => file.Write(Changed(file))).Message);
        }
    }

    [Fact]
    public void What_another_program_has_written_meanwhile_is_not_lost()
    {
        File.WriteAllText(At("s.json"), "{}");
        var file = SettingsFile.Read(At("s.json"));
        File.WriteAllText(At("s.json"), "{\"theirs\":1}");
        Assert.Contains("was changed by another program", Assert.Throws<SettingsException>(() => file.Write(Changed(file))).Message);
        Assert.Equal("{\"theirs\":1}", File.ReadAllText(At("s.json")));

        var fresh = SettingsFile.Read(At("t.json"));
        File.WriteAllText(At("t.json"), "{\"theirs\":1}");
        Assert.Contains("was changed by another program", Assert.Throws<SettingsException>(() => fresh.Write(Changed(fresh))).Message);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void While_another_writes_nothing_is_written()
    {
        File.WriteAllText(At("s.json"), "{}");
        var file = SettingsFile.Read(At("s.json"));
        using (new FileStream(At(".s.json.lock"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
            Assert.Equal($"{At("s.json")}: is being written by another program; nothing was written, run this again", Assert.Throws<SettingsException>(() => file.Write(Changed(file))).Message);
        Assert.Equal("{}", File.ReadAllText(At("s.json")));

        // What was killed while it wrote has left its lock, which nobody holds.
        file.Write(Changed(file));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Of_many_that_have_read_the_same_one_writes()
    {
        using var ready = new Barrier(4);
        for (var round = 0; round < 10; round++)
        {
            File.WriteAllText(At("s.json"), "{}");
            var written = new List<string>();
            var writers = Enumerable.Range(0, 4).Select(i => new Thread(() => Write($"n{i}", ready, written))).ToList();
            writers.ForEach(writer => writer.Start());
            writers.ForEach(writer => writer.Join());
            Assert.Contains($"\"{Assert.Single(written)}\"", File.ReadAllText(At("s.json")));
        }
    }

    private void Write(string name, Barrier ready, List<string> written)
    {
        var file = SettingsFile.Read(At("s.json"));
        ready.SignalAndWait();
        try
        {
            file.Write(Changed(file, name));
            lock (written)
                written.Add(name);
        }
        catch (SettingsException refused) when (refused.Message.EndsWith("run this again", StringComparison.Ordinal))
        {
        }
    }

    [Fact]
    public void What_cannot_be_written_is_as_it_was()
    {
        File.WriteAllText(At("file"), "x");
        var file = SettingsFile.Read(At("file/s.json"));
        var error = Assert.Throws<SettingsException>(() => file.Write(Changed(file)));
        Assert.StartsWith($"{At("file/s.json")}: cannot be written, and is as it was: ", error.Message);
        if (!OperatingSystem.IsWindows())
            Assert.EndsWith(": File exists", error.Message);
    }

    [Fact]
    public void What_is_no_settings_file_is_named()
    {
        Assert.Equal($"{_folder}: this is a folder; name the settings file in it", Assert.Throws<SettingsException>(() => SettingsFile.Read(_folder)).Message);
        Assert.Equal($"{At("later/")}: this is a folder; name the settings file in it", Assert.Throws<SettingsException>(() => SettingsFile.Read(At("later/"))).Message);

        File.WriteAllBytes(At("latin.json"), [.. "{\n\"é"u8, 0xE9, .. "\":1}"u8]);
        Assert.Equal($"{At("latin.json")}:2:3: not UTF-8; save the file in that encoding", Assert.Throws<SettingsException>(() => SettingsFile.Read(At("latin.json"))).Message);

        File.WriteAllBytes(At("wide.json"), Encoding.Unicode.GetPreamble());
        Assert.Equal($"{At("wide.json")}:1:1: not UTF-8; save the file in that encoding", Assert.Throws<SettingsException>(() => SettingsFile.Read(At("wide.json"))).Message);

        File.WriteAllBytes(At("large.json"), new byte[SettingsFile.MaxBytes + 1]);
        Assert.Equal($"{At("large.json")}: is larger than 4 MiB, which no settings file is", Assert.Throws<SettingsException>(() => SettingsFile.Read(At("large.json"))).Message);
    }

    private static SettingsText Changed(SettingsFile file, string name = "n") => file.Text.Add(file.Text.Root, name, SettingsValue.Of(1));
}
