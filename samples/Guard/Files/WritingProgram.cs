using Guard.Shell;

namespace Guard.Files;

/// <summary>Which of a program's operands it writes.</summary>
internal enum Written
{
    None,
    All,
    First,
    ButFirst,

    /// <summary>The last of two or more.</summary>
    Last,
}

/// <summary>How programs are told which files to write.</summary>
/// <param name="Names">The programs.</param>
/// <param name="Files">Options whose value is a file, or a folder for files.</param>
/// <param name="Valued">Letters of other options that have a value, or <see cref="OptionValues.Alone"/>.</param>
/// <param name="Operands">Which operands are files that it writes.</param>
/// <remarks>Further programs, which take more than a line to read, stand in <see cref="FileTargets"/>.</remarks>
internal sealed record WritingProgram(string Names, string Files = "", string Valued = "", Written Operands = Written.None)
{
    /// <summary>Options whose value is a folder in which it works, or which it hands on.</summary>
    public string Folders { get; init; } = "";

    /// <summary>Whether it may also write where it is, without being told a name.</summary>
    public bool IsFree { get; init; }

    private static readonly WritingProgram[] Known =
    [
        new("mkfs mke2fs wipefs fdisk sfdisk parted", Operands: Written.All),
        new("tee touch mkdir truncate mkfifo mknod sponge link md fallocate set-content sc add-content ac out-file new-item ni tee-object clear-content clc export-csv", "", "rdtmsl", Written.All),
        new("ed ex vi vim nvim nano pico emacs", Operands: Written.All) { IsFree = true },
        new("chmod chown chgrp chattr setfacl objcopy", Operands: Written.ButFirst),
        new("uniq", "", "fsw", Written.ButFirst),
        new("xxd", "", "cglsonR", Written.ButFirst),
        new("split", "", "abClnt", Written.ButFirst) { IsFree = true },
        new("csplit", "-f --prefix", "bn") { IsFree = true },
        new("zip", "-b -O", "ixPnt", Written.First),
        new("patch", "-o --output -d --directory -r --reject-file -B --prefix", "FgipVYz", Written.First) { IsFree = true },
        new("sort", "-o --output -T --temporary-directory", "kSt"),
        new("shuf", "-o --output", "in"),
        new("base64 base32 pandoc iconv dot tree sdiff", "-o --output", "bfitTVIPLw"),
        new("history", "-w -a", OptionValues.Alone),
        new("gcc g++ cc c++ clang clang++ ld as tcc rustc", "-o -MF --output --out-dir", OptionValues.Alone) { IsFree = true },
        new("go", "-o -C -coverprofile -cpuprofile -memprofile", OptionValues.Alone) { IsFree = true },
        new("make gmake ninja", "", "fIoWjl") { Folders = "-C --directory", IsFree = true },
        new("cmake", "-B --prefix --install-prefix", OptionValues.Alone) { Folders = "--build --install", IsFree = true },
        new("configure") { IsFree = true },
        new("curl", "-o --output --output-dir -D --dump-header -c --cookie-jar --trace --trace-ascii --stderr --etag-save --hsts --alt-svc --libcurl", "AbCdeEFhHKmPQrTtuUwxXyYz") { IsFree = true },
        new("wget", "-O --output-document -P --directory-prefix -o --output-file -a --append-output --save-cookies", "AbBDeEGIilQRStTUw") { IsFree = true },
        new("unzip", "-d", "xP") { IsFree = true },
        new("openssl", "-out -keyout -writerand", OptionValues.Alone),
        new("gpg gpg2 age", "-o --output", "uri"),
        new("iwr invoke-webrequest irm invoke-restmethod", "-OutFile"),
        new("docker podman nerdctl") { Folders = "-v --volume --mount" },
        new("kubectl oc helm"),
        new("gh glab", "-D --dir", OptionValues.Alone),
        new("dd cp copy cpi copy-item mv move mi move-item ren rename-item ln install rsync tar bsdtar rm rmdir unlink shred srm trash del erase rd ri remove-item git hub"),
    ];

    /// <summary>The entry of a program; null if there is none.</summary>
    public static WritingProgram? Find(string name) =>
        name.StartsWith("mkfs.", StringComparison.Ordinal) ? Known[0] : Array.Find(Known, known => Array.IndexOf(known.Names.Split(' '), name) >= 0);
}
