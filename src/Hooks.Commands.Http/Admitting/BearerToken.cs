using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Hooks.Commands.Http;

/// <summary>The secret by which a server knows that an agent asks. Only its hash is kept.</summary>
internal sealed class BearerToken
{
    /// <summary>The variable of the environment that has the token, for the server and in the settings of agents.</summary>
    public const string Variable = HttpAddress.TokenVariable;

    private const string Scheme = "Bearer ";
    private const int LeastLength = 16;
    private const int MostLength = 4096;
    private const int NewBytes = 32;
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly byte[] _hash;

    private BearerToken(string text) => _hash = Hash(text);

    /// <summary>Takes a token, of the characters that a header can carry.</summary>
    /// <exception cref="UsageException">It is too short or has other characters.</exception>
    public static BearerToken Parse(string text, string where)
    {
        text = text.Trim();
        if (text.Length is < LeastLength or > MostLength)
            throw new UsageException($"The token in {where} has {text.Length} characters; give {LeastLength} to {MostLength}, such as from 'openssl rand -hex 32'.");
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"-._~+/=".Contains(c, StringComparison.Ordinal))
                throw new UsageException($"The token in {where} has other characters than letters, digits and - . _ ~ + / =.");
        }

        return new(text);
    }

    /// <summary>Reads the token of a file, or makes a file with a new one.</summary>
    /// <exception cref="UsageException">The file cannot be used: others may read it, or it has no token.</exception>
    public static BearerToken FromFile(string path, out bool isNew)
    {
        isNew = false;
        try
        {
            if (!File.Exists(path))
            {
                Create(path);
                isNew = true;
            }
            else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0)
            {
                throw new UsageException($"{path}: others than its owner can get at the token; chmod 600 mends it.");
            }

            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }
    }

    /// <summary>Whether a request carries the token. How long this takes says nothing about how near a wrong one is.</summary>
    public bool IsIn(StringValues authorization) =>
        authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..]), _hash);

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, new UTF8Encoding(false), options);
        file.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(NewBytes)) + "\n");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
