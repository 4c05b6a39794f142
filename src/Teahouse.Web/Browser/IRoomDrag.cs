namespace Teahouse.Web.Browser;

/// <summary>Puts the rows of a list into another order, by pointer and by keyboard. Rows have a <c>data-row</c>; only those of one <c>data-kind</c> change places.</summary>
public interface IRoomDrag
{
    /// <param name="list">The id of the element around the rows.</param>
    /// <param name="moved">Told the row that was dropped, the row it was dropped on, and whether behind it.</param>
    /// <param name="stepped">Told the row that has the focus and -1 or 1: Alt+Shift and an arrow.</param>
    /// <param name="asked">Told the row whose menu is wanted: the other mouse button, a long touch, the menu key.</param>
    void Attach(string list, Action<string, string, bool> moved, Action<string, int> stepped, Action<string> asked);
}
