namespace Hooks.Commands.Tests.Verbs;

/// <summary>Takes nothing: a full disk, or a reader that has gone.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
}
