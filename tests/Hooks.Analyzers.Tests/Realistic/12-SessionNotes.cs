using System.Globalization;
using Hooks;

namespace BlueYonder.Notes;

/// <summary>Tells the model what a new colleague would want to know, and keeps notes from one session to the next.</summary>
public sealed class SessionNotes : IDisposable
{
    private const string StartedAt = "BlueYonder.Notes.StartedAt";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "notes");
    private readonly List<string> _decisions = [];
    private readonly Lock _noting = new();

    [Hook(HookPoint.SessionStart)]
    public async Task GreetAsync(SessionContext session, CancellationToken cancellationToken)
    {
        session.Items[StartedAt] = session.Time;
        session.AddContext($"Today is {session.Time.ToString("D", CultureInfo.InvariantCulture)}.");

        var conventions = Path.Combine(session.WorkingDirectory ?? ".", "CONVENTIONS.md");
        if (File.Exists(conventions))
            session.AddContext(await File.ReadAllTextAsync(conventions, cancellationToken));

        if (session.Source == "resume")
        {
            foreach (var note in await ReadNotesAsync(session.SessionId, cancellationToken))
                session.AddContext(note);
        }
    }

    [Hook(HookPoint.BeforePromptBuild)]
    public void Remind(PromptContext prompt)
    {
        if (prompt.Iteration is > 20)
            prompt.AddContext("You have been at this for a while. Say where you stand before you go on.");
    }

    [Hook(HookPoint.BeforeTurn)]
    public HookResult Expand(TurnContext turn)
    {
        if (turn.Prompt?.StartsWith("/standup", StringComparison.Ordinal) != true)
            return HookResult.Continue;
        turn.Prompt = "Summarise what was done since yesterday, what is next, and what is in the way.";
        return HookResult.Modified;
    }

    [Hook(HookPoint.MessageSent)]
    public void Note(TurnContext turn)
    {
        if (turn.Response is { } text && text.Contains("DECISION:", StringComparison.Ordinal))
        {
            lock (_noting)
                _decisions.Add(text[text.IndexOf("DECISION:", StringComparison.Ordinal)..]);
        }
    }

    [Hook(HookPoint.BeforeCompaction)]
    public HookResult KeepDecisions(CompactionContext compaction)
    {
        lock (_noting)
        {
            if (_decisions.Count == 0)
                return HookResult.Continue;
            compaction.Instructions += "\nKeep these decisions word by word:\n" + string.Join('\n', _decisions);
        }

        return HookResult.Modified;
    }

    [Hook(HookPoint.SessionEnd)]
    public async ValueTask SaveAsync(SessionContext session, CancellationToken cancellationToken)
    {
        string[] notes;
        lock (_noting)
            notes = [.. _decisions];
        Directory.CreateDirectory(_folder);
        await File.WriteAllLinesAsync(FileOf(session.SessionId), notes, cancellationToken);
    }

    public void Dispose()
    {
        lock (_noting)
            _decisions.Clear();
    }

    private async Task<string[]> ReadNotesAsync(string? session, CancellationToken cancellationToken) =>
        File.Exists(FileOf(session)) ? await File.ReadAllLinesAsync(FileOf(session), cancellationToken) : [];

    private string FileOf(string? session) => Path.Combine(_folder, $"{session ?? "unknown"}.txt");
}
