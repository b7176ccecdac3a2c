using Guard.Shell;

namespace Guard.Files;

/// <summary>Follows <c>cd</c> through a script: for each command, the directories in which it may run.</summary>
/// <remarks>
/// A <c>cd</c> that certainly happens leaves one directory, another both. An empty set means that nobody knows.
/// </remarks>
internal sealed class Directories(Workspace workspace, string start)
{
    private const int Most = 8;

    private readonly Dictionary<ShellScope, Position> _positions = [];
    private bool _hasDeleted;

    /// <summary>Where the next command of the script runs, and follows it if it is a <c>cd</c>.</summary>
    public IReadOnlyCollection<string> Enter(ShellCommand command)
    {
        var position = Find(command.Scope);
        if (command.Joint != Joint.And || command.FollowsBlock)
            position.BeginList();
        var now = position.Now;

        // Where a || cd b && c goes on, it may have gone past the cd; and not every shell has pushd.
        if (command.Name is "cd" or "pushd" or "popd" or "chdir" or "set-location" or "push-location" or "pop-location" or "sl")
            position.Go(Targets(command, now), isSure: !_hasDeleted && command.Name is not ("pushd" or "popd") && command is { IsConditional: false, Joint: Joint.After, RunsApart: false }, isApart: command.RunsApart || command.Joint == Joint.Or);

        // What is there now may be gone by then.
        _hasDeleted |= FileTargets.Of(command).Any(target => target.Use == FileUse.Delete);
        return now;
    }

    private Position Find(ShellScope scope)
    {
        if (!_positions.TryGetValue(scope, out var position))
        {
            if (scope.Joint is Joint.After or Joint.Or or Joint.Pipe)
                Find(scope.Parent!).BeginList();
            _positions[scope] = position = new(scope.Parent is { } parent ? Find(parent).Possible : [start]);
        }

        return position;
    }

    private string[] Targets(ShellCommand command, IReadOnlyCollection<string> now)
    {
        ShellWord target;
        switch (command.Words)
        {
            case [_] when command.Name is "cd":
                return [workspace.Home];
            case [_, { IsKnown: true, IsPattern: false, Text: not ("-" or "") } only] when command.Name is not ("popd" or "pop-location"):
                target = only;
                break;
            case [_, { Text: "--" }, { IsKnown: true, IsPattern: false, Text: not ("-" or "") } only]:
                target = only;
                break;
            default:
                return [];
        }

        // As most shells reckon, .. goes back to where a link was entered; where that is nothing, or they are told so, to where it leads.
        if (target.IsOption || target.Text.StartsWith('+'))
            return [];
        var path = target.IsHome ? workspace.Home + target.Text[1..] : target.Text;
        return command.IsRepeated && path.Contains("..", StringComparison.Ordinal) ? [] : [.. now.SelectMany(directory => new[] { Path.GetFullPath(path, directory), RealPath.Of(Path.Combine(directory, path)) }).OfType<string>().Distinct()];
    }

    private sealed class Position(IReadOnlyCollection<string> now)
    {
        private IReadOnlyCollection<string> _beforeList = now;

        public IReadOnlyCollection<string> Now { get; private set; } = now;

        /// <summary>Where it may be, wherever the list broke off.</summary>
        public IReadOnlyCollection<string> Possible => Either(Now, _beforeList);

        /// <summary>The last list of commands joined by <c>&amp;&amp;</c> has ended, wherever it broke off.</summary>
        public void BeginList()
        {
            Now = Possible;
            _beforeList = Now;
        }

        public void Go(string[] targets, bool isSure, bool isApart)
        {
            var from = Now;
            Now = isApart ? Either(targets, from) : targets;
            _beforeList = isSure && targets is not [] && Array.TrueForAll(targets, System.IO.Directory.Exists) ? Now : Either(_beforeList, from);
        }

        private static IReadOnlyCollection<string> Either(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
            ReferenceEquals(one, other) ? one : one.Count == 0 || other.Count == 0 ? [] : Limit([.. one.Union(other)]);

        private static string[] Limit(string[] directories) => directories.Length > Most ? [] : directories;
    }
}
