using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.Shell;

/// <summary>
/// A component that watches what it shows and draws itself. When what is around it is drawn, and hands it what it has already, nothing
/// happens: otherwise every message would draw the whole page twice.
/// </summary>
public abstract class SelfDrawnComponent : LocalizedComponent
{
    private object? drawn;
    private bool isBeingGiven;

    /// <summary>What it was given and does not watch, as one value: another one has it drawn.</summary>
    protected abstract object Given { get; }

    /// <summary>Whether it has other things than it had when they were drawn last.</summary>
    protected bool IsGivenOther => !Given.Equals(drawn);

    public override Task SetParametersAsync(ParameterView parameters)
    {
        isBeingGiven = true;
        try
        {
            return base.SetParametersAsync(parameters);
        }
        finally
        {
            isBeingGiven = false;
            // For the first time it is drawn unasked.
            drawn ??= Given;
        }
    }

    protected override bool ShouldRender()
    {
        if (isBeingGiven && !IsGivenOther) return false;
        drawn = Given;
        return true;
    }
}
