using Microsoft.AspNetCore.Components;
using Teahouse.Client;

namespace Teahouse.Web.Shell;

/// <summary>One calm line while the connection is not there: what happens, and what happens to what one writes.</summary>
public sealed partial class ConnectionBanner
{
    [Parameter, EditorRequired] public ConnectionState State { get; set; } = ConnectionState.Idle;

    [Parameter] public EventCallback OnRetry { get; set; }

    private string? Says => State.Phase switch
    {
        ConnectionPhase.Online or ConnectionPhase.Idle => null,
        ConnectionPhase.Stopped when State.Problem is { } problem => T(ShellTexts.Stopped, T(ShellTexts.Of(problem))),
        _ when State.Problem is null => T(ShellTexts.Connecting),
        _ when State.Problem.Kind == ProblemKind.Unreachable => T(ShellTexts.Unreachable),
        _ => T(ShellTexts.Reconnecting),
    };
}
