namespace Hooks.Analyzers.Tests.Agreement.Drawing;

/// <summary>Draws choices, the usual ones more often than their number would have it.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="tour">A number that goes up from project to project, so that what is rare comes up all the same.</param>
internal sealed class Draw(Random random, int tour)
{
    /// <summary>Whether choices are taken in turn, and not by chance.</summary>
    public bool IsTouring { get; set; }

    public bool Chance(int percent) => random.Next(100) < percent;

    public int UpTo(int count) => random.Next(count);

    public T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>The one whose turn it is in this project.</summary>
    public Choice Turn(IReadOnlyList<Choice> choices) => choices[tour % choices.Count];

    /// <summary>One whose needs are met; in so many of a hundred cases a usual one.</summary>
    public Choice Of(IReadOnlyList<Choice> choices, int usual, Needs given = Needs.Nothing)
    {
        if (IsTouring && Fits(Turn(choices)))
            return Turn(choices);
        var onlyUsual = Chance(usual);
        var fitting = choices.Where(choice => Fits(choice) && (!onlyUsual || choice.IsUsual)).ToList();
        return fitting.Count > 0 ? Any(fitting) : Any(choices.Where(Fits).ToList());

        bool Fits(Choice choice) => (choice.Requires & ~given) == 0;
    }
}
