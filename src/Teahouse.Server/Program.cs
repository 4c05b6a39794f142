return await Teahouse.Server.CommandLine.TeahouseCommands.RunAsync(args);
