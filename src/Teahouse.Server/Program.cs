// Read by the runtime at the first socket: what arrives is read by the thread that watches the sockets, without a hop to the pool.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
return await Teahouse.Server.CommandLine.TeahouseCommands.RunAsync(args);
