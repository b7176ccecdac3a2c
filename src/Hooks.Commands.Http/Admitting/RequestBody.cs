using Microsoft.AspNetCore.Http;

namespace Hooks.Commands.Http;

/// <summary>The body of a request, whether its length is announced or not.</summary>
internal static class RequestBody
{
    private const int FirstPiece = 16 * 1024;

    /// <exception cref="PayloadException">It is longer than that.</exception>
    /// <exception cref="OperationCanceledException">It was not there in time.</exception>
    /// <exception cref="IOException">The connection broke, or the request is malformed.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            throw TooLong(limit);

        // One byte more than may be there tells the end of the longest body from a longer one.
        var longest = (int)Math.Min(limit + 1L, Array.MaxLength);
        var buffer = new byte[(int)Math.Min(longest, request.ContentLength + 1 ?? FirstPiece)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == longest)
                    throw TooLong(limit);
                Array.Resize(ref buffer, (int)Math.Min(longest, buffer.Length * 2L));
            }

            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                return new(buffer, 0, length);
            length += read;
        }
    }

    private static PayloadException TooLong(int limit) => new($"The input is longer than {limit} bytes.");
}
