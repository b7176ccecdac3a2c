using Hooks.Benchmarks;
using Hooks.Benchmarks.Groups;
using Hooks.Benchmarks.Measuring;
using Hooks.Benchmarks.Processes;
using Hooks.Benchmarks.Reporting;

var arguments = Arguments.Parse(args);
var unknown = arguments?.Groups.Append(arguments.Child ?? AllGroups.List[0].Name).FirstOrDefault(name => AllGroups.List.All(group => group.Name != name));
if (arguments is null || unknown is not null)
{
    Console.Error.WriteLine(unknown is null ? Arguments.Usage : $"There is no group '{unknown}'.");
    return 2;
}

if (arguments.Lists)
{
    foreach (var group in AllGroups.List)
        Console.WriteLine($"{group.Name,-18} {group.Title}");
    return 0;
}

if (arguments.Detail is { } detail)
    return Detailed.Run(detail);

var pace = arguments.IsQuick ? Pace.Quick : Pace.Full;
if (arguments.Child is { } child)
    return ChildProcess.Measure(AllGroups.List.First(group => group.Name == child), pace);

var report = new Report(arguments.IsQuick);
report.WriteHead(pace with { Processes = arguments.Processes ?? pace.Processes });
var groups = AllGroups.List.Where(group => arguments.Groups.Count == 0 ? !(arguments.IsQuick && group.IsSlow) : arguments.Groups.Contains(group.Name)).ToList();
if (arguments.RunsJit)
    RunAll("JIT", ChildProcess.Self, groups, isNative: false);
if (arguments.RunsNative && NativeProgram.Publish() is { } native)
    RunAll("native", native, [.. groups.Where(group => !group.IsJitOnly)], isNative: true);
return report.WriteEnd();

void RunAll(string platform, ProgramToStart program, List<Group> chosen, bool isNative)
{
    report.WritePlatform(platform);
    foreach (var group in chosen)
    {
        var runs = new List<IReadOnlyList<Row>>();
        for (var i = 0; i < (arguments.Processes ?? pace.Processes); i++)
        {
            if (ChildProcess.Start(program, group, arguments.IsQuick, isNative) is { } rows)
                runs.Add(rows);
            else
                report.Fail($"{platform}, {group.Name}: the measuring process failed");
        }

        if (runs.Count > 0)
            report.Write(group, runs, isNative);
    }
}
