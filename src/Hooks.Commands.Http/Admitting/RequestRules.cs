using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hooks.Commands.Http;

/// <summary>Who may ask. Nothing of a body is read before.</summary>
/// <param name="port">The server's port.</param>
/// <param name="token">The token.</param>
internal sealed class RequestRules(int port, BearerToken token)
{
    private const int UsualPort = 80;

    /// <summary>Why a request is not let in; null if it is.</summary>
    public Refusal? Check(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return new(StatusCodes.Status405MethodNotAllowed, "Events are posted.");

        // A page in a browser can have a name of its own point to this address, but not choose the name that is sent.
        if (!IsOwn(request.Host))
            return new(StatusCodes.Status421MisdirectedRequest, "The request is for another host than 127.0.0.1, [::1] or localhost with this port.");
        if (request.Headers.ContainsKey(HeaderNames.Origin))
            return new(StatusCodes.Status403Forbidden, "The request comes from a page in a browser.");
        if (!token.IsIn(request.Headers.Authorization))
            return new(StatusCodes.Status401Unauthorized, $"The token is missing or wrong; the agent sends that of its variable {BearerToken.Variable}.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return new(StatusCodes.Status415UnsupportedMediaType, "The content type is not application/json.");
        return null;
    }

    private bool IsOwn(HostString host) => (host.Port ?? UsualPort) == port
        && (host.Host is "127.0.0.1" or "[::1]" || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
}
