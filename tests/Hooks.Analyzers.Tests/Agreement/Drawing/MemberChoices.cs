namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>
/// What can carry a <c>[Hook]</c>. $A and $B are its attributes (on two parts of one method, or with $second on two methods),
/// $head is accessibility, <c>static</c> at times, and return type, $name and $par are the name and the parameters.
/// </summary>
internal static class MemberChoices
{
    private const string Body = "{ throw null!; }";
    private const string AllIds = "HOOK001, HOOK002, HOOK003, HOOK004, HOOK005, HOOK007, HOOK008, HOOK011, HOOK012";

    public static IReadOnlyList<Choice> All { get; } =
    [
        new("member: static method", $"$A $acc static $async$ret $name($par) {Body}", IsUsual: true),
        new("member: instance method", $"$A $acc $async$ret $name($par) {Body}", Needs.Instance, IsUsual: true),
        new("member: virtual method", $"$A public virtual $async$ret $name($par) {Body}", Needs.Open),
        new("member: override", "$A public override void Watch(ToolCallContext c) { }", Needs.Base),
        new("member: sealed override", "$A public sealed override HookResult Judge(ToolCallContext c) => default;", Needs.Base),
        new("member: hidden base method", "$A public new void Other(ToolCallContext c) { }", Needs.Base),
        new("member: abstract method", "$A public abstract $ret $name($par);", Needs.Abstract),
        new("member: extern method", "[System.Runtime.InteropServices.DllImport(\"none\")] $A $acc static extern $ret $name($par);"),
        new("member: partial method", $"$A $acc static partial $ret $name($par); $B $acc static $asyncpartial $ret $name($par) {Body}", Needs.Partial, IsUsual: true),
        new("member: partial method in two files", "$A $acc static partial $ret $name($par);", Needs.Partial) { Elsewhere = $"$B $acc static partial $ret $name($par) {Body}" },
        new("member: partial instance method in two files", $"$A $acc $asyncpartial $ret $name($par) {Body}", Needs.Partial | Needs.Instance) { Elsewhere = "$B $acc partial $ret $name($par);" },
        new("member: partial method without a body", "$A static partial void $name($par);", Needs.Partial),
        new("member: partial property", "public static partial int $name { $A get; } public static partial int $name { $B get => 1; }", Needs.Partial),
        new("member: readonly method", $"$A $acc readonly $ret $name($par) {Body}", Needs.Struct),
        new("member: generic method", $"$A $acc static $ret $name<T>($par) {Body}"),
        new("member: generic context", $"$A $acc static $ret $name<T>(T c) where T : HookContext {Body}"),
        new("member: extension method", $"$A $acc static $ret $name(this $ctx c) {Body}", Needs.StaticTop),
        new("member: extension method with token", $"$A $acc static $async$ret $name(this $ctx c, CancellationToken t) {Body}", Needs.StaticTop),
        new("member: varargs", $"$A $acc static void $name($ctx c, __arglist) {Body}"),
        new("member: optional by attribute", $"$A $acc static void $name([System.Runtime.InteropServices.Optional] $ctx c) {Body}"),
        new("member: caller's name", $"$A $acc static void $name($ctx c, [System.Runtime.CompilerServices.CallerMemberName] string n = \"\") {Body}"),
        new("member: iterator", "$A $acc static IEnumerable<HookResult> $name($ctx c) { yield break; }"),
        new("member: asynchronous iterator", "$A $acc static async IAsyncEnumerable<HookResult> $name($ctx c) { await Task.Yield(); yield break; }"),
        new("member: conditional", $"[System.Diagnostics.Conditional(\"NEVER\")] $A $acc static void $name($ctx c) {Body}"),
        new("member: obsolete", $"[Obsolete] $A $acc static $async$ret $name($par) {Body}"),
        new("member: obsolete error", $"[Obsolete(\"gone\", true)] $A $acc static $async$ret $name($par) {Body}"),
        new("member: in an obsolete class, with a context that is gone", $"[Obsolete(\"soon\")] public static class O$name {{ $A $acc static $ret $name($par) {Body} }}") { Context = "Acme.Points.GoneContext" },
        new("member: obsolete, with a base that is gone", $"[Obsolete(\"soon\")] $A $acc static $ret $name(Acme.Points.GoneBase c) {Body}") { Context = "Acme.Points.OfGoneBaseContext" },
        new("member: experimental", $"[System.Diagnostics.CodeAnalysis.Experimental(\"ACME002\")] $A $acc static $ret $name($par) {Body}"),
        new("member: private context", $"[HookPoint(\"private.$name\")] private sealed class C$name : CustomHookContext {{ }} $A $acc static $ret $name(HookContext c) {Body}", Needs.Class) { Context = "C$name" },
        new("member: nested context", $"[HookPoint(\"nested.$name\", Blocking = true)] public sealed class C$name : CustomHookContext {{ }} $A $acc static $ret $name(C$name c) {Body}", Needs.Class) { Context = "C$name" },
        new("member: private parameter type", $"private sealed class P$name : CustomHookContext {{ }} $A private static $ret $name(P$name c) {Body}", Needs.Class),
        new("member: interface method", "$A $ret $name($par);", Needs.Interface),
        new("member: default interface method", $"$A $acc $async$ret $name($par) {Body}", Needs.Interface),
        new("member: static abstract", "$A static abstract $ret $name($par);", Needs.Interface),
        new("member: static virtual", $"$A static virtual $ret $name($par) {Body}", Needs.Interface),
        new("member: explicit implementation", "$A void Acme.Own.IHooks.Watch(ToolCallContext c) { }", Needs.Implements),
        new("member: overloads", $"$A $acc static $ret $name($ctx c) {Body} $B $acc static $ret $name($ctx c, CancellationToken t) {Body} $second"),
        new("member: overloads of bases", $"$A $acc static $ret $name($ctx c) {Body} $B $acc static void $name(HookContext c) {Body} $second"),
        new("member: overloads, one no hook's", $"$A $acc static $ret $name($ctx c) {Body} $B $acc static $ret $name(string text) {Body} $second"),
        new("member: local function", $"static void In$name() {{ $A $async$ret $name($par) {Body} }}"),
        new("member: static local function", $"static void In$name() {{ Action a = () => {{ $A static $ret $name($par) {Body} }}; }}"),
        new("member: local function in a getter", $"static int In$name {{ get {{ $A $ret $name($par) {Body} return 1; }} }}"),
        new("member: lambda", $"static void In$name() {{ var f = $A static $async$ret ($par) => {Body}; }}"),
        new("member: lambda in a field", $"static readonly Delegate In$name = $A $ret ($par) => {Body};"),
        new("member: lambda in a property", $"static Delegate In$name => $A $ret ($par) => {Body};"),
        new("member: lambda in a lambda", $"static readonly Action In$name = () => {{ var f = $A $ret ($par) => {Body}; }};"),
        new("member: lambda as an argument", "static void In$name() => Task.Run($A () => { });"),
        new("member: asynchronous lambda as an argument", "static Task In$name() => Task.Run($A async () => { await Task.Yield(); });"),
        new("member: lambda without types", "static void In$name() => Array.ForEach(new int[0], $A (x) => { });"),
        new("member: getter", "public static int $name { $A get => 1; }"),
        new("member: automatic getter", "public static int $name { $A get; set; }"),
        new("member: setter", "public static int $name { get => 1; $A set { } }"),
        new("member: init", "public int $name { get => 1; $A init { } }", Needs.Instance),
        new("member: indexer", "public int this[ToolCallContext c] { $A get => 1; }", Needs.Instance),
        new("member: event accessor", "public static event Action $name { $A add { } remove { } }"),
        new("member: field-like event", "$A public static event Action? $name;") { Context = "method:" },
        new("member: operator", "$A public static $type operator $op($type a, $type b) => a;", Needs.Operators),
        new("member: conversion", "$A public static explicit operator int($type a) => 1;", Needs.Operators),
        new("member: finalizer", "$A ~$bare() { }", Needs.Operators | Needs.Class),
        new("member: extension block, static", $"extension($ctx self) {{ $A $acc static $ret $name($par) {Body} }}", Needs.StaticTop | Needs.Preview, IsUsual: true),
        new("member: extension block, instance", $"extension($ctx self) {{ $A $acc $ret $name($par) {Body} }}", Needs.StaticTop | Needs.Preview),
        new("member: extension block, takes nothing", $"extension($ctx self) {{ $A $acc $ret $name() {Body} }}", Needs.StaticTop | Needs.Preview),
        new("member: extension block, takes a token", $"extension($ctx self) {{ $A $acc $ret $name(CancellationToken t) {Body} }}", Needs.StaticTop | Needs.Preview),
        new("member: extension block, generic", $"extension<T>(T self) where T : HookContext {{ $A $acc $ret $name() {Body} }}", Needs.StaticTop | Needs.Preview),
        new("member: extension property", "extension($ctx self) { public int $name { $A get => 1; } }", Needs.StaticTop | Needs.Preview),
        new("member: partial event", "public static partial event Action $name; public static partial event Action $name { $A add { } remove { } }", Needs.Partial | Needs.Preview),
        new("member: pragma", $"\n#pragma warning disable {AllIds}\n$A $acc static $async$ret $name($par) {Body}\n#pragma warning restore\n"),
        new("member: suppressed", $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Hooks\", \"HOOK001\"), {Suppress(2, 3, 4, 5, 7, 8, 11, 12)}] $A $acc static $async$ret $name($par) {Body}"),
        new("member: generated", $"[System.CodeDom.Compiler.GeneratedCode(\"Acme\", \"1\")] $A $acc static $async$ret $name($par) {Body}"),
    ];

    /// <summary>Statements of a program without a class.</summary>
    public static IReadOnlyList<Choice> Statements { get; } =
    [
        new("statement: local function", $"$A $async$ret $name($par) {Body}"),
        new("statement: static local function", $"$A static $async$ret $name($par) {Body}"),
        new("statement: lambda", $"var In$name = $A $ret ($par) => {Body};"),
    ];

    private static string Suppress(params int[] ids) =>
        string.Join(", ", ids.Select(id => $"System.Diagnostics.CodeAnalysis.SuppressMessage(\"Hooks\", \"HOOK{id:000}\")"));
}
