using Guard.Shell;

namespace Guard.Files;

/// <summary>What a file is protected from.</summary>
internal enum Protection
{
    None,

    /// <summary>Changing it is asked about.</summary>
    Asked,

    /// <summary>It must not be changed.</summary>
    Fixed,

    /// <summary>It must be neither read nor changed.</summary>
    Secret,
}

/// <summary>Files that an agent has no business with, by their names.</summary>
internal static class ProtectedFiles
{
    // A name alone is one anywhere; with a folder it is that file in such a folder; with a slash at its end, all in such a folder.
    private static readonly (string Name, Protection Protection)[] Names =
    [
        (".env", Protection.Secret), (".envrc", Protection.Secret), (".netrc", Protection.Secret), ("_netrc", Protection.Secret), (".pgpass", Protection.Secret),
        (".npmrc", Protection.Secret), (".pypirc", Protection.Secret), (".git-credentials", Protection.Secret), (".vault-token", Protection.Secret), ("credentials.json", Protection.Secret),
        ("id_rsa", Protection.Secret), ("id_dsa", Protection.Secret), ("id_ecdsa", Protection.Secret), ("id_ed25519", Protection.Secret),
        (".ssh/", Protection.Secret), (".gnupg/", Protection.Secret), (".aws/", Protection.Secret), (".azure/", Protection.Secret), (".kube/", Protection.Secret),
        (".docker/config.json", Protection.Secret), (".config/gcloud/", Protection.Secret), (".codex/auth.json", Protection.Secret), (".claude/.credentials.json", Protection.Secret),
        ("etc/shadow", Protection.Secret), ("self/environ", Protection.Secret),
        (".git/", Protection.Fixed), (".githooks/", Protection.Asked), (".husky/", Protection.Asked),
        (".claude/settings.json", Protection.Fixed), (".claude/settings.local.json", Protection.Fixed), (".claude/hooks/", Protection.Fixed), (".claude.json", Protection.Fixed),
        (".mcp.json", Protection.Fixed), (".codex/", Protection.Fixed), (".gemini/settings.json", Protection.Fixed), (".gemini/hooks/", Protection.Fixed), (".copilot/", Protection.Fixed),
        (".github/hooks/", Protection.Fixed), (".github/copilot/", Protection.Fixed), (".cursor/hooks.json", Protection.Fixed), (".cursor/hooks/", Protection.Fixed), (".cursor/mcp.json", Protection.Fixed),
        (".bashrc", Protection.Fixed), (".bash_profile", Protection.Fixed), (".profile", Protection.Fixed), (".zshrc", Protection.Fixed), (".zshenv", Protection.Fixed),
        (".gitconfig", Protection.Fixed), (".gitmodules", Protection.Fixed),
        ("package-lock.json", Protection.Asked), ("npm-shrinkwrap.json", Protection.Asked), ("yarn.lock", Protection.Asked), ("pnpm-lock.yaml", Protection.Asked), ("bun.lockb", Protection.Asked),
        ("packages.lock.json", Protection.Asked), ("Cargo.lock", Protection.Asked), ("poetry.lock", Protection.Asked), ("uv.lock", Protection.Asked), ("Pipfile.lock", Protection.Asked),
        ("Gemfile.lock", Protection.Asked), ("composer.lock", Protection.Asked), ("go.sum", Protection.Asked), ("flake.lock", Protection.Asked),
    ];

    // .env.production is a secret, and these are not.
    private static readonly string[] Templates = ["example", "sample", "template", "dist", "test", "schema"];

    /// <summary>What a path is protected from. Case is ignored, because some systems do, and both separators separate.</summary>
    /// <param name="path">The path; <see cref="ShellWord.Anything"/> in it stands for any text.</param>
    /// <param name="more">Further names of files that are secret.</param>
    public static Protection Of(string path, IReadOnlyList<string> more)
    {
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return Protection.None;
        var strongest = IsEnvironment(parts[^1]) ? Protection.Secret : Protection.None;
        foreach (var (name, protection) in Names)
        {
            if (protection > strongest && Fits(parts, name))
                strongest = protection;
        }

        return strongest < Protection.Secret && more.Any(name => Fits(parts, name)) ? Protection.Secret : strongest;
    }

    private static bool IsEnvironment(string file) =>
        file.StartsWith(".env.", StringComparison.OrdinalIgnoreCase) && !Array.Exists(Templates, word => file.EndsWith("." + word, StringComparison.OrdinalIgnoreCase));

    private static bool Fits(string[] parts, string name)
    {
        var wanted = name.TrimEnd('/').Split('/');
        for (var start = name.EndsWith('/') ? 0 : Math.Max(0, parts.Length - wanted.Length); start + wanted.Length <= parts.Length; start++)
        {
            if (!wanted.Where((part, at) => !IsLike(parts[start + at], part, isBelow: at > 0)).Any())
                return true;
        }

        return false;
    }

    // To suspect a part of which not even the beginning is known would be to suspect everything, but for folders such as .claude.
    private static bool IsLike(string part, string name, bool isBelow)
    {
        if (!part.Contains(ShellWord.Anything))
            return string.Equals(part.TrimEnd(' ', '.'), name, StringComparison.OrdinalIgnoreCase);
        var pieces = part.Split(ShellWord.Anything);
        if (pieces[0].Length == 0 && (!isBelow || name[0] == '.'))
            return false;
        var at = 0;
        foreach (var piece in pieces)
        {
            at = name.IndexOf(piece, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return false;
            at += piece.Length;
        }

        return name.StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase) && name.EndsWith(pieces[^1], StringComparison.OrdinalIgnoreCase);
    }
}
