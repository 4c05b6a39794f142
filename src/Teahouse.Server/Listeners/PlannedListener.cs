using System.Net;
using Teahouse.Server.Configuration;

namespace Teahouse.Server.Listeners;

/// <summary>A place to listen at, with the port still to be had.</summary>
/// <param name="Options">What is spoken there.</param>
/// <param name="EndPoints">Those that get one port together.</param>
/// <param name="PortName">Which remembered port it is; null for a configured one, that may not change.</param>
internal sealed record PlannedListener(ListenerOptions Options, IReadOnlyList<IPEndPoint> EndPoints, string? PortName = null);
