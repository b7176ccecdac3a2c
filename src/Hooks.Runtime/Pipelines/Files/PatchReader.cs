using System.Text;

namespace Hooks;

/// <summary>Reads which files a patch touches, in the form of the tool <c>apply_patch</c>: sections that begin with <c>*** Add File: path</c> and the like.</summary>
internal static class PatchReader
{
    private const int LongestPatch = 4 * 1024 * 1024;
    private const int MostFiles = 1000;
    private const string Add = "*** Add File: ";
    private const string Update = "*** Update File: ";
    private const string Delete = "*** Delete File: ";
    private const string EndOfPatch = "*** End Patch";
    private const string Move = "*** Move to: ";

    /// <param name="patch">The patch.</param>
    /// <param name="isCut">Whether there is more than is told: of too many files deletions are told first, then changes.</param>
    /// <returns>The accesses in their order; none if the text is no patch.</returns>
    public static IReadOnlyList<FileAccess> Read(string patch, out bool isCut)
    {
        isCut = patch.Length > LongestPatch;
        if (isCut)
            return [];
        var accesses = new List<FileAccess>();
        Section? section = null;
        foreach (var raw in patch.AsSpan().EnumerateLines())
        {
            var line = raw.ToString();
            if (Section.Begin(section?.IsEdit == true ? line : line.TrimStart()) is { } next)
            {
                section?.End(accesses);
                section = next;
            }
            else if (line.TrimEnd() == EndOfPatch)
            {
                section?.End(accesses);
                section = null;
            }
            else
            {
                section?.Read(line);
            }
        }

        section?.End(accesses);
        isCut = accesses.Count > MostFiles;
        return isCut ? [.. accesses.OrderBy(access => access.Operation switch { FileOperation.Delete => 0, FileOperation.Create => 2, _ => 1 }).Take(MostFiles)] : accesses;
    }

    private sealed class Section(FileOperation operation, string path)
    {
        private readonly StringBuilder _old = new();
        private readonly StringBuilder _new = new();
        private readonly List<FileReplacement> _replacements = [];
        private string? _movedTo;

        /// <summary>Whether lines that begin with a space are lines of the file.</summary>
        public bool IsEdit => operation == FileOperation.Edit;

        public static Section? Begin(string line) =>
            line.StartsWith(Add, StringComparison.Ordinal) ? new(FileOperation.Create, line[Add.Length..].Trim())
            : line.StartsWith(Update, StringComparison.Ordinal) ? new(FileOperation.Edit, line[Update.Length..].Trim())
            : line.StartsWith(Delete, StringComparison.Ordinal) ? new(FileOperation.Delete, line[Delete.Length..].Trim())
            : null;

        public void Read(string line)
        {
            if (line.StartsWith(Move, StringComparison.Ordinal))
                _movedTo = line[Move.Length..].Trim();
            else if (IsEdit && (line.StartsWith("@@", StringComparison.Ordinal) || line.StartsWith("***", StringComparison.Ordinal)))
                EndHunk();
            else if (line is ['+', ..])
                _new.Append(line, 1, line.Length - 1).Append('\n');
            else if (line is ['-', ..])
                _old.Append(line, 1, line.Length - 1).Append('\n');
            else if (line is [' ', ..])
                Both(line[1..]);
        }

        public void End(List<FileAccess> accesses)
        {
            var target = _movedTo ?? path;
            if (!FileAccesses.IsPath(path) || !FileAccesses.IsPath(target))
                return;
            if (IsEdit)
                EndHunk();
            accesses.Add(operation switch
            {
                FileOperation.Create => new(operation, path, Content: _new.ToString()),
                FileOperation.Edit when _movedTo is not null => new(FileOperation.Rename, target, PreviousPath: path, Replacements: _replacements),
                FileOperation.Edit => new(operation, path, Replacements: _replacements),
                _ => new(operation, path),
            });
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
