using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooks.Native.Tests;

/// <summary>What this machine offers for native builds.</summary>
internal static class NativeToolchain
{
    public static string RuntimeIdentifier => RuntimeInformation.RuntimeIdentifier;

    /// <summary>The dotnet that runs the tests, so that no other SDK builds for them.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Whether there is a linker; on Windows that means the installer of the build tools.</summary>
    public static bool HasLinker => OperatingSystem.IsWindows()
        ? File.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe"))
        : IsOnPath("clang") || IsOnPath("gcc");

    /// <summary>How an executable of this system begins.</summary>
    public static byte[] ExecutableMagic =>
        OperatingSystem.IsWindows() ? "MZ"u8.ToArray()
        : OperatingSystem.IsMacOS() ? [0xCF, 0xFA, 0xED, 0xFE]
        : [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    public static string ExecutableSuffix => OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>A project of the repository, found from where the compiler saw this file.</summary>
    public static string Project(string project, string folder, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", folder, project, $"{project}.csproj"));

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
