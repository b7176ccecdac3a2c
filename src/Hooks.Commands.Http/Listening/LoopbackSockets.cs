using System.Net;
using System.Net.Sockets;

namespace Hooks.Commands.Http;

/// <summary>
/// The sockets of a server: one port on both loopback addresses, so that no other program can sit behind the name
/// <c>localhost</c> on the address that is left.
/// </summary>
internal static class LoopbackSockets
{
    private const int Attempts = 16;
    private const int Backlog = 512;

    /// <summary>Binds them.</summary>
    /// <param name="port">The port; 0 for any that is free on both.</param>
    /// <returns>Two sockets, or one where the system has no IPv6.</returns>
    /// <exception cref="SocketException">The port is not free.</exception>
    public static IReadOnlyList<Socket> Bind(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var first = Bind(IPAddress.Loopback, port);
            try
            {
                return [first, Bind(IPAddress.IPv6Loopback, ((IPEndPoint)first.LocalEndPoint!).Port)];
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable)
            {
                return [first];
            }
            catch (SocketException) when (port == 0 && attempt < Attempts)
            {
                first.Dispose();
            }
            catch
            {
                first.Dispose();
                throw;
            }
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
                socket.ExclusiveAddressUse = true;
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
