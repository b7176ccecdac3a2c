namespace Hooks.Analyzers.Tests.Fixes;

public class Fix004NotCallableTests
{
    private const string Id = "HOOK004";

    [Fact]
    public Task MethodsBecomeInternal() => Fix.AppliesToAllAsync(
        Id,
        """
        static class Guards
        {
            // Deletes are refused.
            [Hook(HookPoint.BeforeToolCall)]
            private /* why */ static void A(ToolCallContext call) { } // kept

            [Hook(HookPoint.BeforeToolCall)]
            // no modifier
            static async Task B(ToolCallContext call) => await Task.Yield();
        }

        class Objects
        {
            [Hook(HookPoint.BeforeToolCall)]
            void C(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)] protected void D(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)] private protected void E(ToolCallContext call) { }
        }
        """,
        """
        static class Guards
        {
            // Deletes are refused.
            [Hook(HookPoint.BeforeToolCall)]
            internal /* why */ static void A(ToolCallContext call) { } // kept

            [Hook(HookPoint.BeforeToolCall)]
            // no modifier
            internal static async Task B(ToolCallContext call) => await Task.Yield();
        }

        class Objects
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal void C(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)] protected internal void D(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)] internal void E(ToolCallContext call) { }
        }
        """,
        "Make it internal");

    [Fact]
    public Task ClassesBecomeInternal() => Fix.AppliesToAllAsync(
        Id,
        """
        class Outer
        {
            // Guards.
            private static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(ToolCallContext call) { }

                [Hook(HookPoint.BeforeToolCall)]
                internal static void B(ToolCallContext call) { }
            }

            [Obsolete]
            class More
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void C(ToolCallContext call) { }
            }
        }

        file static class Own
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void D(ToolCallContext call) { }
        }
        """,
        """
        class Outer
        {
            // Guards.
            internal static class Guards
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void A(ToolCallContext call) { }

                [Hook(HookPoint.BeforeToolCall)]
                internal static void B(ToolCallContext call) { }
            }

            [Obsolete]
            internal class More
            {
                [Hook(HookPoint.BeforeToolCall)]
                internal static void C(ToolCallContext call) { }
            }
        }

        internal static class Own
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static void D(ToolCallContext call) { }
        }
        """,
        "Make its class internal");

    [Fact]
    public Task MethodAndClasses() => Fix.AppliesAsync(
        Id,
        """
        public class Outer
        {
            private protected static partial class Middle
            {
                record Guards
                {
                    [Hook(HookPoint.BeforeToolCall)]
                    private void A(ToolCallContext call) { }
                }
            }

            static partial class Middle;
        }
        """,
        """
        public class Outer
        {
            internal static partial class Middle
            {
                internal record Guards
                {
                    [Hook(HookPoint.BeforeToolCall)]
                    internal void A(ToolCallContext call) { }
                }
            }

            static partial class Middle;
        }
        """,
        "Make it and its class internal");

    [Fact]
    public Task BothPartsOfAMethod() => Fix.AppliesAsync(
        Id,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            static partial void A(ToolCallContext call);
        }

        static partial class Guards
        {
            static partial void A(ToolCallContext call) { }
        }
        """,
        """
        static partial class Guards
        {
            [Hook(HookPoint.BeforeToolCall)]
            internal static partial void A(ToolCallContext call);
        }

        static partial class Guards
        {
            internal static partial void A(ToolCallContext call) { }
        }
        """);

    [Fact]
    public Task MethodsBecomeStatic() => Fix.AppliesToAllAsync(
        Id,
        """
        readonly struct Guards
        {
            private const int Limit = 3;

            [Hook(HookPoint.BeforeToolCall)]
            public readonly void A(ToolCallContext call) { _ = new List<int> { Limit }; }

            [Hook(HookPoint.BeforeToolCall)]
            internal async Task B(ToolCallContext call) => await Task.Yield();
        }

        abstract class Base
        {
            [Hook(HookPoint.BeforeToolCall)]
            // why
            public void C(ToolCallContext call) => Log(call);

            private static void Log(ToolCallContext call) { }
        }

        interface IGuards
        {
            [Hook(HookPoint.BeforeToolCall)]
            void D(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)]
            public sealed void E(ToolCallContext call) { }
        }
        """,
        """
        readonly struct Guards
        {
            private const int Limit = 3;

            [Hook(HookPoint.BeforeToolCall)]
            public static void A(ToolCallContext call) { _ = new List<int> { Limit }; }

            [Hook(HookPoint.BeforeToolCall)]
            internal static async Task B(ToolCallContext call) => await Task.Yield();
        }

        abstract class Base
        {
            [Hook(HookPoint.BeforeToolCall)]
            // why
            public static void C(ToolCallContext call) => Log(call);

            private static void Log(ToolCallContext call) { }
        }

        interface IGuards
        {
            [Hook(HookPoint.BeforeToolCall)]
            static void D(ToolCallContext call) { }

            [Hook(HookPoint.BeforeToolCall)]
            public static void E(ToolCallContext call) { }
        }
        """,
        "Make it static");

    [Theory]
    [InlineData("struct Guards { private int _count; [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) { _count++; } }")]
    [InlineData("struct Guards { [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) => c.Items[\"x\"] = ToString(); }")]
    [InlineData("abstract class Guards(string name) { [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) => c.AddContext(name); }")]
    [InlineData("abstract class Guards { [Hook(HookPoint.BeforeToolCall)] public virtual void A(ToolCallContext c) { } }")]
    [InlineData("interface IA { void A(ToolCallContext c); } struct Guards : IA { [Hook(HookPoint.BeforeToolCall)] public void A(ToolCallContext c) { } }")]
    [InlineData("class Base { protected virtual void A(ToolCallContext c) { } } class Guards : Base { [Hook(HookPoint.BeforeToolCall)] protected override void A(ToolCallContext c) { } }")]
    [InlineData("class Guards { [Hook(HookPoint.BeforeToolCall)] protected virtual void A(ToolCallContext c) { } }")]
    [InlineData("static class Guards { [Hook(HookPoint.BeforeToolCall)] internal static void A<T>(ToolCallContext c) { } }")]
    [InlineData("class Guards { void M() { [Hook(HookPoint.BeforeToolCall)] static void A(ToolCallContext c) { } A(null!); } }")]
    [InlineData("class Guards { public int P { [Hook(HookPoint.BeforeToolCall)] get => 1; } }")]
    public async Task NothingIsOfferedThatWouldNotCompileOrChangeMore(string source) => Assert.Empty(await Fix.TitlesAsync(Id, source));
}
