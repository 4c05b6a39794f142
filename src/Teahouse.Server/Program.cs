Teahouse.Server.Transport.SocketThreads.ReadInline();
return await Teahouse.Server.CommandLine.TeahouseCommands.RunAsync(args);
