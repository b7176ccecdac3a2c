using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hooks.Commands.Http.Tests.Serving;

/// <summary>Requests as bytes, for what a client would not send.</summary>
internal static class RawRequest
{
    /// <summary>Sends the token and whatever else belongs to a request, and then the rest.</summary>
    /// <param name="server">To whom.</param>
    /// <param name="path">The address.</param>
    /// <param name="rest">The other headers and the body.</param>
    /// <param name="version">Of the protocol.</param>
    public static async Task<TcpClient> BeginAsync(RunningServer server, string path, string rest, string version = "1.1")
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/{version}\r\nHost: 127.0.0.1:{server.Port}\r\nAuthorization: Bearer {RunningServer.Token}\r\nContent-Type: application/json\r\n{rest}"));
        return client;
    }

    /// <summary>The last answer: what is before it, such as 100 Continue, has no body. The body is as long as is announced; the connection may stay.</summary>
    public static async Task<string> ReadAnswerAsync(TcpClient client)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await client.GetStream().ReadAsync(buffer);
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var all = text.ToString();
            var answer = all[Math.Max(0, all.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal))..];
            if (read == 0 || (answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end && answer.Contains("Content-Length: " + (answer.Length - end - 4) + "\r\n", StringComparison.Ordinal)))
                return answer;
        }
    }
}
