using System.Reflection;
using System.Xml.Linq;

namespace Hooks.Runtime.Tests;

/// <summary>What a trimmed program leaves out when its telemetry is switched off is named in a file, by signatures that no compiler checks.</summary>
public class TrimmingTests
{
    [Fact]
    public void Every_method_that_is_substituted_is_there()
    {
        using var stream = typeof(HookDispatcher).Assembly.GetManifestResourceStream("ILLink.Substitutions.xml")!;
        var types = XDocument.Load(stream).Descendants("type").ToList();

        Assert.Equal(["Hooks.TelemetryPoll", "Hooks.HookTelemetry", "Hooks.HookTracing"], types.Select(type => type.Attribute("fullname")!.Value));
        foreach (var type in types)
        {
            var methods = typeof(HookDispatcher).Assembly.GetType(type.Attribute("fullname")!.Value)!
                .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Select(Signature).ToList();
            foreach (var method in type.Elements("method"))
                Assert.Contains(method.Attribute("signature")!.Value, methods);
        }
    }

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType.FullName} {method.Name}({string.Join(",", method.GetParameters().Select(parameter => parameter.ParameterType.FullName))})";
}
