// Joins a room with irc-framework; says each line of its input there, and writes down what it hears.
'use strict';
const readline = require('readline');
const IRC = require('irc-framework');

const { port, account, password, room } = JSON.parse(process.argv[2]);
const client = new IRC.Client();

client.on('registered', () => {
    client.join(room);
    // irc-framework comes back only to a server that bore it for more than five seconds.
    setTimeout(() => console.log('at home'), 5100);
});
client.on('join', event => event.nick === client.user.nick && console.log(`in room ${event.channel}`));
client.on('message', event => console.log(`${event.nick}: ${event.message}`));
client.on('reconnecting', () => console.log('reconnecting'));
client.on('irc error', event => console.log(`error ${JSON.stringify(event)}`));
client.on('sasl failed', event => console.log(`sasl failed ${event.reason}`));

readline.createInterface({ input: process.stdin }).on('line', text => client.say(room, text));

client.connect({
    host: 'localhost',
    port,
    tls: true,
    rejectUnauthorized: true,
    nick: account,
    username: account,
    gecos: account,
    account: { account, password },
    sasl_disconnect_on_fail: true,
    auto_reconnect: true,
    auto_reconnect_max_wait: 1000,
    auto_reconnect_max_retries: 30,
});
