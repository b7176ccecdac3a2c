namespace Hooks.TestKit;

/// <summary>What an assertion of the kit throws; every test framework takes it for a failure.</summary>
public sealed class TestKitException(string message) : Exception(message);
