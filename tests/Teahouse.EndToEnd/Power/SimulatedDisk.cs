namespace Teahouse.EndToEnd.Power;

/// <summary>The files under a folder as they are on a disk that keeps only what was synced: content by the sync of the file, names by that of the folder.</summary>
internal sealed class SimulatedDisk(string root)
{
    private Dictionary<string, byte[]> _files = [];
    private HashSet<string> _folders = [];

    /// <summary>Plays the steps of a program that began on this disk, then the power goes away.</summary>
    public void Lose(IReadOnlyList<DiskStep> steps, Survival survival)
    {
        var names = _files.ToDictionary(pair => pair.Key, pair => new SimulatedFile(pair.Value));
        var seen = new Dictionary<string, SimulatedFile>(names);
        var byNumber = new Dictionary<int, SimulatedFile>();
        var waiting = new List<(DiskStep Step, SimulatedFile? File)>();
        foreach (var step in steps)
        {
            switch (step.Act)
            {
                case DiskAct.Opened:
                    // What was there before it all began, as the configuration, is not ours.
                    byNumber[step.File] = seen.GetValueOrDefault(step.Path) ?? new SimulatedFile([]);
                    break;
                case DiskAct.Written or DiskAct.Cut:
                    byNumber[step.File].Add(step);
                    break;
                case DiskAct.Synced:
                    byNumber[step.File].Sync(step.Offset);
                    break;
                case DiskAct.FolderSynced:
                    foreach (var (change, file) in waiting.Where(change => IsIn(change.Step, step.Path) && change.Step.Index < step.Offset)) Change(names, _folders, change, file);
                    waiting.RemoveAll(change => IsIn(change.Step, step.Path) && change.Step.Index < step.Offset);
                    break;
                case DiskAct.Created:
                    waiting.Add((step, byNumber[step.File] = new SimulatedFile([])));
                    Change(seen, [], step, byNumber[step.File]);
                    break;
                case DiskAct.Renamed or DiskAct.Linked or DiskAct.Removed or DiskAct.FolderMade:
                    var changed = seen.GetValueOrDefault(step.Path);
                    waiting.Add((step, changed));
                    Change(seen, [], step, changed);
                    break;
            }
        }

        foreach (var (step, file) in waiting.Take(survival.Names([.. waiting.Select(change => change.Step)]))) Change(names, _folders, step, file);
        _folders = [.. _folders.Where(IsThere)];
        _files = names.Where(pair => IsThere(Path.GetDirectoryName(pair.Key)!)).ToDictionary(pair => pair.Key, pair => pair.Value.Lose(survival));
    }

    /// <summary>Makes the real folder what this disk is; what is beside it under the root stays.</summary>
    public void WriteTo(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var path in _folders) Directory.CreateDirectory(path);
        foreach (var (path, content) in _files) File.WriteAllBytes(path, content);
    }

    private static bool IsIn(DiskStep step, string folder) => step.Folder == folder;

    private static void Change(Dictionary<string, SimulatedFile> names, HashSet<string> folders, DiskStep step, SimulatedFile? file)
    {
        switch (step.Act)
        {
            case DiskAct.FolderMade:
                folders.Add(step.Path);
                break;
            case DiskAct.Created:
                names[step.Path] = file!;
                break;
            case DiskAct.Linked:
                names[step.OtherPath] = file!;
                break;
            case DiskAct.Renamed:
                names.Remove(step.Path);
                // A socket or a folder has no content.
                if (file is not null) names[step.OtherPath] = file;
                break;
            case DiskAct.Removed:
                names.Remove(step.Path);
                break;
        }
    }

    /// <summary>A folder is there if its name, and those of the folders that it is in, are.</summary>
    private bool IsThere(string folder) => folder == root || (_folders.Contains(folder) && IsThere(Path.GetDirectoryName(folder)!));
}
