using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Teahouse.Web.Welcome;

/// <summary>A text as a QR code, with the quiet zone around it.</summary>
public sealed partial class QrPicture
{
    private string path = "";
    private int size;

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>What it is, for who does not see it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    protected override void OnParametersSet()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        size = rows.Count;
        var drawn = new StringBuilder();
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                if (rows[y][x]) drawn.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        path = drawn.ToString();
    }
}
