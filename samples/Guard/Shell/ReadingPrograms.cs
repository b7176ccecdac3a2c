namespace Guard.Shell;

/// <summary>Programs that read, show or compare what they are given, and neither change a file nor start a program that they are told.</summary>
internal static class ReadingPrograms
{
    private const string Names = """
         : . [ [[ eval source true false test echo printf let cd chdir pushd popd dirs pwd read set shift unset export declare typeset local readonly type which whereis
         whatis apropos hash umask ulimit wait jobs fg bg disown kill pkill killall trap return exit break continue times getopts shopt setopt
         unsetopt caller compgen complete bind mapfile readarray suspend logout sleep usleep for if then yes seq expr bc dc factor numfmt mktemp
         cat tac zcat bzcat xzcat zstdcat head tail less more zless bat batcat nl wc cut paste tr fold fmt expand unexpand column rev join comm cmp
         diff diff3 zdiff colordiff delta grep egrep fgrep zgrep rg ag ack fd fdfind find locate ls dir vdir exa eza lsd stat file du df ncdu dust
         readlink realpath basename dirname pathchk sum cksum md5 md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum shasum od hexdump hd
         strings nm objdump readelf size ldd addr2line c++filt otool sed awk gawk mawk nawk jq date cal uptime uname hostname arch nproc getconf id
         whoami who w users groups tty printenv ps pgrep pidof top htop free vmstat iostat lsof ss netstat ip ifconfig ping dig nslookup host getent
         man info help tldr lscpu lsblk lspci lsusb dmesg journalctl clear tput reset stty locale ssh cloc tokei scc shellcheck
         get-content gc get-childitem gci get-item get-location gl select-string sls measure-object select-object where-object sort-object
         format-table format-list write-output write-host test-path resolve-path split-path join-path get-date get-process get-command set-location
         push-location pop-location sl

        """;

    // Shells and the programs of a system stand there; a program of that name in another folder may be anything.
    private static readonly string[] Folders = ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"];

    public static bool Has(ShellCommand command) => command.Name is { } name && IsListed(name)
        && (command.Words[0].Text is var program && (program.IndexOfAny(['/', '\\']) < 0 || Array.Exists(Folders, folder => program == folder + name)));

    private static bool IsListed(string name)
    {
        if (name.Length == 0 || name.Contains(' '))
            return false;
        for (var at = Names.IndexOf(name, StringComparison.Ordinal); at >= 0; at = Names.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && Names[at - 1] == ' ' && Names[at + name.Length] is ' ' or '\r' or '\n')
                return true;
        }

        return false;
    }
}
