using System.Buffers.Binary;
using System.Collections.Immutable;
using Teahouse.Core.Importing;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Importing;

/// <summary>
/// Where an export is put in order before anything of it is stored: a file in the data folder that goes when this is disposed of. So an export
/// that turns out to be broken at its end has left nothing, and one larger than the memory can be sorted. Used by one thread at a time.
/// </summary>
public sealed class ImportStage : IDisposable
{
    private const string FileName = "import.part";
    private const int RowsPerTransaction = 20_000;

    private readonly Database _database;
    private readonly string _path;
    private int _rows;

    private ImportStage(Database database, string path) => (_database, _path) = (database, path);

    /// <summary>Messages in all.</summary>
    public long Count { get; private set; }

    /// <exception cref="DataFolderException">The file cannot be made.</exception>
    public static ImportStage Create(DataFolder folder)
    {
        var path = folder.File(FileName);
        Remove(path);
        try
        {
            var database = Database.Open(path, readOnly: false);
            database.Execute("""
                PRAGMA journal_mode = OFF;
                PRAGMA synchronous = OFF;
                CREATE TABLE rooms (room INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, topic TEXT NOT NULL, private INTEGER NOT NULL) STRICT;
                CREATE TABLE messages (place INTEGER PRIMARY KEY, room INTEGER NOT NULL, time INTEGER NOT NULL, id BLOB NOT NULL, kind INTEGER NOT NULL,
                    author TEXT NOT NULL, text TEXT NOT NULL, answers BLOB NOT NULL, UNIQUE (room, id)) STRICT;
                BEGIN;
                """);
            return new(database, path);
        }
        catch (DatabaseException error)
        {
            throw new DataFolderException($"{path} cannot be made: {error.Message}", error);
        }
    }

    /// <summary>Its number; a second one of the same source is the first.</summary>
    public long Add(ImportedRoom room) => Run(database =>
    {
        database.Prepare("INSERT OR IGNORE INTO rooms (source, topic, private) VALUES (?, ?, ?)").Bind(1, room.Source).Bind(2, room.Topic).Bind(3, room.Private).Run();
        var found = database.Prepare("SELECT room FROM rooms WHERE source = ?").Bind(1, room.Source);
        found.Step();
        var number = found.Long(0);
        found.Reset();
        return number;
    });

    /// <summary>A message that the room has already, by its id, is not added again.</summary>
    /// <exception cref="DataFolderException">The disk is full, say.</exception>
    public void Add(long room, ImportedMessage message) => Count += Run(database =>
    {
        if (++_rows % RowsPerTransaction == 0) database.Execute("COMMIT; BEGIN;");
        return database.Prepare("INSERT OR IGNORE INTO messages (room, time, id, kind, author, text, answers) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .Bind(1, room).Bind(2, message.Time).Bind(3, Write(message.Id)).Bind(4, (long)message.Kind).Bind(5, message.Author).Bind(6, message.Text).Bind(7, Write(message.Answers)).Run();
    });

    /// <summary>All has been added: from now on it is read.</summary>
    public void Sort() => Run(database =>
    {
        database.Execute("COMMIT; CREATE INDEX in_order ON messages (room, time, place);");
        return 0;
    });

    /// <summary>The rooms in the order in which they were added, with how many messages each has and when the first and the last were said.</summary>
    public ImmutableArray<StagedRoom> Rooms() => Run(database =>
    {
        var rooms = ImmutableArray.CreateBuilder<StagedRoom>();
        var row = database.Prepare("""
            SELECT r.room, r.source, r.topic, r.private, count(m.place), coalesce(min(m.time), 0), coalesce(max(m.time), 0)
            FROM rooms r LEFT JOIN messages m ON m.room = r.room GROUP BY r.room ORDER BY r.room
            """);
        while (row.Step()) rooms.Add(new(row.Long(0), new(row.Text(1), row.Text(2), row.Bool(3)), row.Long(4), row.Long(5), row.Long(6)));
        return rooms.DrainToImmutable();
    });

    /// <summary>Messages of the room by time, and those of one time as they were added.</summary>
    /// <param name="after">The last one known; default: from the first.</param>
    public ImmutableArray<StagedMessage> Read(long room, StagedMessage? after, int limit) => Run(database =>
    {
        var found = ImmutableArray.CreateBuilder<StagedMessage>();
        var row = database.Prepare("SELECT place, time, id, kind, author, text, answers FROM messages WHERE room = ? AND (time, place) > (?, ?) ORDER BY time, place LIMIT ?")
            .Bind(1, room).Bind(2, after?.Message.Time ?? long.MinValue).Bind(3, after?.Place ?? 0).Bind(4, limit);
        while (row.Step())
            found.Add(new(row.Long(0), new(Read(row.Blob(2)), row.Long(1), (ImportedKind)row.Int(3), row.Text(4), row.Text(5), Read(row.Blob(6)))));
        return found.DrainToImmutable();
    });

    public void Dispose()
    {
        _database.Dispose();
        Remove(_path);
    }

    private T Run<T>(Func<Database, T> run)
    {
        try
        {
            return run(_database);
        }
        catch (DatabaseException error)
        {
            throw new DataFolderException(StoreFile.Sentence(_path, error), error);
        }
    }

    private static byte[] Write(UInt128 id)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        return bytes;
    }

    private static UInt128 Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static void Remove(string path)
    {
        if (File.Exists(path)) File.Delete(path);
    }
}

/// <param name="First">Milliseconds since 1970 UTC of its first message; 0: it has none.</param>
/// <param name="Last">Of its last one.</param>
public sealed record StagedRoom(long Number, ImportedRoom Room, long Count, long First, long Last);

/// <param name="Place">In what order it was added.</param>
public sealed record StagedMessage(long Place, ImportedMessage Message);
