using Microsoft.AspNetCore.Components;

namespace Teahouse.Web.Shell;

/// <summary>A line drawing of 24 by 24 units in the colour of the text around it.</summary>
public sealed partial class Icon
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["gear"] = "M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM19.4 13.5a7.6 7.6 0 0 0 0-3l2-1.6-2-3.4-2.4 1a7.7 7.7 0 0 0-2.6-1.5L14 2.5h-4l-.4 2.5A7.7 7.7 0 0 0 7 6.5l-2.4-1-2 3.4 2 1.6a7.6 7.6 0 0 0 0 3l-2 1.6 2 3.4 2.4-1a7.7 7.7 0 0 0 2.6 1.5l.4 2.5h4l.4-2.5a7.7 7.7 0 0 0 2.6-1.5l2.4 1 2-3.4z",
        ["people"] = "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.4-3.5 3-5.5 6.5-5.5s6.1 2 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.5M18 14.5c2.1.8 3.3 2.6 3.5 5",
        ["back"] = "M15 5l-7 7 7 7",
        ["down"] = "M12 5v14M6 13l6 6 6-6",
        ["up"] = "M12 19V5M6 11l6-6 6 6",
        ["plus"] = "M12 5v14M5 12h14",
        ["at"] = "M12 15.8a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM15.8 8.5v5c0 3 4.7 2.8 4.7-1.7A8.5 8.5 0 1 0 16.5 19",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["leave"] = "M14 4H6v16h8M10 12h11M17 8l4 4-4 4",
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
        ["wait"] = "M12 3a9 9 0 0 1 9 9M21 12a9 9 0 0 1-9 9M12 21a9 9 0 0 1-9-9",
        ["warn"] = "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.2",
        ["reply"] = "M10 6L4 12l6 6M4 12h9c4 0 7 2.2 7 6.5",
        ["smile"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.2c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2M9 9.5v.3M15 9.5v.3",
        ["more"] = "M5 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M12 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0M19 12m-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
        ["copy"] = "M9 9h11v11H9zM15 9V4H4v11h5",
        ["link"] = "M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3a4 4 0 0 0 5.7 5.7l1.3-1.3",
        ["undo"] = "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9",
        ["bookmark"] = "M7 4h10v16l-5-4-5 4z",
        ["bell"] = "M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15zM10 21h4",
        ["bell-off"] = "M8 6.5A6 6 0 0 1 18 11v4M6.3 9.5A6 6 0 0 0 6 11v5.5l-1.5 2H17M10 21h4M4 3l16 18",
        ["hide"] = "M4 4l16 16M9.5 5.8A9.8 9.8 0 0 1 12 5.5c5 0 8.5 4 9.5 6.5a12 12 0 0 1-2.7 3.9M6.5 7.5A12.5 12.5 0 0 0 2.5 12c1 2.5 4.5 6.5 9.5 6.5 1.6 0 3-.4 4.3-1M10 10a3 3 0 0 0 4 4",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
    };

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public int Size { get; set; } = 18;
}
