using CsCheck;
using Teahouse.Protocol;

namespace Teahouse.Client.Tests;

/// <summary>Whatever is lost, doubled or late on the way: in the end the timeline is the log.</summary>
public sealed class SyncProperties
{
    private enum Step
    {
        Say,
        SayTwice,
        SayUnheard,
        SayLate,
        LateArrives,
        Answer,
        AnswerTwice,
        Reconnect,
    }

    [Fact]
    public void The_timeline_becomes_the_log_each_entry_once_and_in_order()
    {
        Gen.Enum<Step>().Array[0, 60].Sample(steps =>
        {
            var world = new World();
            foreach (var step in steps) world.Do(step);
            world.Do(Step.Reconnect);
            world.AnswerAll();
            world.Check();
        }, iter: 2000);
    }

    private sealed class World
    {
        private const int Page = 7;

        private readonly ChatState _state = new();
        private readonly HistorySync _sync;
        private readonly Queue<(Message Message, Request Request)> _asked = new();
        private readonly Queue<int> _late = new();
        private int _said;

        public World()
        {
            _sync = new(_state, (message, request) => _asked.Enqueue((message, request)));
            Connect();
        }

        public void Do(Step step)
        {
            switch (step)
            {
                case Step.Say: Hear(++_said); break;
                case Step.SayTwice: Hear(++_said); Hear(_said); break;
                case Step.SayUnheard: _said++; break;
                case Step.SayLate: _late.Enqueue(++_said); break;
                case Step.LateArrives when _late.TryDequeue(out var number): Hear(number); break;
                case Step.Answer: Answer(1); break;
                case Step.AnswerTwice: Answer(2); break;
                case Step.Reconnect: Reconnect(); break;
            }
            _sync.Advance();
        }

        public void AnswerAll()
        {
            for (var i = 0; _asked.Count > 0; i++)
            {
                Assert.True(i < 1000, "It asks for ever.");
                Answer(1);
                _sync.Advance();
            }
        }

        public void Check()
        {
            var tea = _state.Tea();
            Assert.Equal(Attachment.Current, tea.Attachment);
            var texts = tea.Timeline.Items.Cast<TimelineMessage>().Select(m => m.Text).ToArray();
            if (texts.Length == 0) Assert.Equal(0, _said);
            Assert.Equal(Enumerable.Range(_said - texts.Length + 1, texts.Length).Select(n => $"text {n}"), texts);
            Assert.True(texts.Length >= Math.Min(_said, Page));
            Assert.Equal(texts.Length < _said, tea.Timeline.HasOlder);
        }

        private void Connect()
        {
            _state.Then(Transcript.InTea);
            _state.Then($":srv CAP * ACK :draft/chathistory teahouse.chat/seq\n:srv 005 ann CHATHISTORY={Page} :are supported");
            _sync.Start();
            var (_, request) = _asked.Dequeue();
            request.Answered(new(new IncomingBatch(BatchTypes.HistoryTargets, [], [], null)));
            _sync.Advance();
        }

        private void Reconnect()
        {
            _state.Disconnected();
            var unanswered = _asked.ToArray();
            _asked.Clear();
            _late.Clear();
            foreach (var (_, request) in unanswered) request.Answered(new(null, new(ProblemKind.ConnectionLost)));
            Connect();
        }

        private void Hear(int number) => _state.Then(FakeServer.Entry(number));

        private void Answer(int times)
        {
            if (!_asked.TryDequeue(out var asked)) return;
            var m = asked.Message;
            Assert.Equal(Page.ToString(System.Globalization.CultureInfo.InvariantCulture), m[^1]);
            var all = Enumerable.Range(1, _said);
            IEnumerable<int> found = m[0] switch
            {
                "LATEST" => all.Where(n => n > Number(m[2])).TakeLast(Page),
                "BETWEEN" => all.Where(n => n > Number(m[2]) && n < Number(m[3])).Take(Page),
                _ => throw new InvalidOperationException(m.ToString()),
            };
            Incoming? answer = null;
            for (var i = 0; i < times; i++)
            {
                var lines = found.Select(n => "@batch=h;" + FakeServer.Entry(n)[1..]);
                foreach (var line in (string[])[":srv BATCH +h chathistory #tea", .. lines, ":srv BATCH -h"])
                    answer = _state.Apply(MessageParser.Parse(line), Transcript.Now);
            }
            asked.Request.Answered(new(answer));
        }

        private static int Number(string reference) =>
            reference == "*" ? 0 : int.Parse(reference["msgid=m1-".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
