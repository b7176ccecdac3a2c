using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hooks.Policies.Tests.Isolation;

/// <summary>
/// Everything that a hook can throw and a caller can catch, each with the text "secret" where it has one. Left out is what
/// no code can catch: a stack that has really overflowed and Environment.FailFast end the process, as does a task source
/// that throws when it is asked to call back; those belong into a process of their own.
/// </summary>
internal static class Catchable
{
    public const string Secret = "secret";

    private static readonly Action ThrowText = MakeThrowText();

    private static readonly Dictionary<string, (Type Type, Action Throw)> Kinds = new()
    {
        ["plain"] = Of(() => new Exception(Secret)),
        ["own, without a message"] = Of(() => new SilentException()),
        ["own, whose texts throw"] = Of(() => new HostileException()),
        ["own, generic"] = Of(() => new GenericException<Dictionary<string, SilentException>>()),
        ["several in one"] = Of(() => new AggregateException(Secret, new IOException(Secret), new AggregateException(new HostileException()))),
        ["several, none"] = Of(() => new AggregateException()),
        ["cancelled by somebody else"] = Of(() => new OperationCanceledException(Secret, new CancellationToken(canceled: true))),
        ["task cancelled"] = Of(() => new TaskCanceledException(Secret)),
        ["timeout of its own"] = Of(() => new TimeoutException(Secret)),
        ["interrupted"] = Of(() => new ThreadInterruptedException(Secret)),
        ["out of memory"] = Of(() => new OutOfMemoryException(Secret)),
        ["out of stack, in time"] = Of(() => new InsufficientExecutionStackException(Secret)),
        ["access violation, thrown"] = Of(() => new AccessViolationException(Secret)),
        ["native"] = Of(() => new SEHException(Secret)),
        ["invalid program"] = Of(() => new InvalidProgramException(Secret)),
        ["bad image"] = Of(() => new BadImageFormatException(Secret, Secret)),
        ["missing method"] = Of(() => new MissingMethodException(Secret, Secret)),
        ["disposed"] = Of(() => new ObjectDisposedException(Secret)),
        ["a broken class"] = (typeof(TypeInitializationException), static () => _ = BrokenClass.Value),
        ["null"] = (typeof(NullReferenceException), static () => throw null!),
        ["no exception at all"] = (typeof(RuntimeWrappedException), () => ThrowText()),
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static Type TypeOf(string name) => Kinds[name].Type;

    public static void Throw(string name) => Kinds[name].Throw();

    /// <summary>The exception of this name, as somebody else would have caught it.</summary>
    public static Exception Caught(string name) => Record.Exception(() => Throw(name));

    private static (Type Type, Action Throw) Of<TException>(Func<TException> make)
        where TException : Exception => (typeof(TException), () => throw make());

    // C# throws exceptions only; other languages throw what they like.
    private static Action MakeThrowText()
    {
        var method = new DynamicMethod("ThrowText", null, null, typeof(Catchable).Module);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldstr, Secret);
        code.Emit(OpCodes.Throw);
        return method.CreateDelegate<Action>();
    }

    private sealed class SilentException : Exception;

    private sealed class GenericException<T> : Exception;

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidOperationException(Secret);

        public override string? StackTrace => throw new InvalidOperationException(Secret);

        public override string? Source => throw new InvalidOperationException(Secret);

        public override System.Collections.IDictionary Data => throw new InvalidOperationException(Secret);

        public override string ToString() => throw new InvalidOperationException(Secret);

        public override bool Equals(object? obj) => throw new InvalidOperationException(Secret);

        public override int GetHashCode() => throw new InvalidOperationException(Secret);

        public override Exception GetBaseException() => throw new InvalidOperationException(Secret);
    }

    private static class BrokenClass
    {
        static BrokenClass() => throw new IOException(Secret);

        public static int Value { get; set; }
    }
}
