namespace Hooks.Shared;

/// <summary>What a coding agent lets a hook say at one of its events. What is missing there becomes the nearest safer thing.</summary>
[Flags]
internal enum HostAnswers
{
    /// <summary>Nothing: whatever is said is ignored.</summary>
    None = 0,

    /// <summary>It does not happen.</summary>
    Deny = 1,

    /// <summary>A person is asked.</summary>
    Ask = 2,

    /// <summary>It happens without anybody being asked.</summary>
    Allow = 4,

    /// <summary>It happens with other input.</summary>
    Rewrite = 8,

    /// <summary>Input is other only together with an approval, so that nobody is asked any more.</summary>
    RewriteApproves = 16,

    /// <summary>Text for the model.</summary>
    AddContext = 32,

    /// <summary>Another result, answer or text in its place.</summary>
    Replace = 64,

    /// <summary>The reason is shown to the model beside what is there already.</summary>
    Feedback = 128,

    /// <summary>The agent does not stop but goes on with the reason.</summary>
    KeepWorking = 256,

    /// <summary>The agent stops altogether.</summary>
    StopAll = 512,

    /// <summary>Fewer tools.</summary>
    Narrow = 1024,

    /// <summary>The model is told that it may try again.</summary>
    Retry = 2048,
}
