using System.Text;

namespace Hooks;

/// <summary>Reads which files a patch touches, in the form of the tool <c>apply_patch</c>: sections that begin with <c>*** Add File: path</c> and the like.</summary>
internal static class PatchReader
{
    private const int LongestPatch = 4 * 1024 * 1024;
    private const string Heading = "***";
    private const string Add = "*** Add File: ";
    private const string Update = "*** Update File: ";
    private const string Delete = "*** Delete File: ";
    private const string Move = "*** Move to: ";

    /// <param name="patch">The patch.</param>
    /// <param name="mistake">What cannot be read of it, so that the changes may not be all; null if nothing.</param>
    /// <returns>The changes in their order; none if the text is no patch.</returns>
    public static IReadOnlyList<FileChange> Read(string patch, out string? mistake)
    {
        mistake = patch.Length > LongestPatch ? "the patch is longer than 4 MiB" : null;
        if (mistake is not null)
            return [];
        var changes = new List<FileChange>();
        Section? section = null;

        // Only a line feed ends a line: an agent that goes by others would take other paths from the same text.
        foreach (var ended in patch.Split('\n'))
        {
            var line = ended.TrimEnd('\r');
            var heading = section?.IsEdit == true ? line : line.TrimStart();
            if (Section.Begin(heading) is { } next)
            {
                mistake = section?.End(changes) ?? mistake;
                section = next;
            }
            else if (heading.TrimEnd() is "*** End Patch")
            {
                mistake = section?.End(changes) ?? mistake;
                section = null;
            }
            else if (!IsRead(section, line, heading))
            {
                mistake = "the patch has a section or a line of an unknown kind";
            }
        }

        mistake = section?.End(changes) ?? mistake;
        if (changes.Count == 0)
            mistake ??= "the patch changes no file";
        return changes;
    }

    private static bool IsRead(Section? section, string line, string heading) =>
        !heading.StartsWith(Heading, StringComparison.Ordinal)
            ? section?.Read(line) ?? !line.Contains(Heading, StringComparison.Ordinal)
            : heading.TrimEnd() is "*** Begin Patch" || section?.Mark(heading) == true;

    private sealed class Section(FileOperation operation, string path)
    {
        private readonly StringBuilder _old = new();
        private readonly StringBuilder _new = new();
        private readonly List<FileReplacement> _replacements = [];
        private string? _movedTo;

        /// <summary>Whether lines that begin with a space are lines of the file.</summary>
        public bool IsEdit => operation == FileOperation.Edit;

        public static Section? Begin(string line) =>
            line.StartsWith(Add, StringComparison.Ordinal) ? new(FileOperation.Create, line[Add.Length..].TrimEnd())
            : line.StartsWith(Update, StringComparison.Ordinal) ? new(FileOperation.Edit, line[Update.Length..].TrimEnd())
            : line.StartsWith(Delete, StringComparison.Ordinal) ? new(FileOperation.Delete, line[Delete.Length..].TrimEnd())
            : null;

        /// <summary>Takes a line that begins with stars; false if it means something that nobody here knows.</summary>
        public bool Mark(string line)
        {
            if (!IsEdit)
                return false;
            if (line.StartsWith(Move, StringComparison.Ordinal))
            {
                if (_movedTo is not null)
                    return false;
                _movedTo = line[Move.Length..].TrimEnd();
                return true;
            }

            EndHunk();
            return line.TrimEnd() is "*** End of File";
        }

        /// <summary>Takes any other line; false if it is none of the file's: another reader might take it for the next section.</summary>
        public bool Read(string line)
        {
            if (IsEdit && line.StartsWith("@@", StringComparison.Ordinal))
                EndHunk();
            else if (line is ['+', ..] && operation != FileOperation.Delete)
                _new.Append(line, 1, line.Length - 1).Append('\n');
            else if (line is ['-', ..] && IsEdit)
                _old.Append(line, 1, line.Length - 1).Append('\n');
            else if (line is [' ', ..] && IsEdit && Begin(line.TrimStart()) is null)
                Both(line[1..]);
            else
                return string.IsNullOrWhiteSpace(line);
            return true;
        }

        /// <returns>What is wrong with the section; null if nothing.</returns>
        public string? End(List<FileChange> changes)
        {
            var target = _movedTo ?? path;
            if (!ActArguments.IsPath(path) || !ActArguments.IsPath(target))
                return "the patch has a section without a path that can be read";
            if (IsEdit)
                EndHunk();
            changes.Add(operation switch
            {
                FileOperation.Create => new(operation, path) { Content = _new.ToString() },
                FileOperation.Edit when _movedTo is not null => new(FileOperation.Rename, target) { PreviousPath = path, Replacements = _replacements },
                FileOperation.Edit => new(operation, path) { Replacements = _replacements },
                _ => new(operation, path),
            });
            return null;
        }

        private void Both(string line)
        {
            _old.Append(line).Append('\n');
            _new.Append(line).Append('\n');
        }

        private void EndHunk()
        {
            if (_old.Length == 0 && _new.Length == 0)
                return;
            _replacements.Add(new(_old.ToString(), _new.ToString()));
            _old.Clear();
            _new.Clear();
        }
    }
}
