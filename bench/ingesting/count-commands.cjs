// Loaded into the service under measurement (--require): counts its commands to the database by kind and collection, and
// how long each was on its way. Written to ACOLHE_BENCH_COMMANDS when the process ends.
const { writeFileSync } = require('fs');
const { MongoClient } = require('mongodb');

const tally = new Map();
const under = new Map();
const { db } = MongoClient.prototype;

const sizeOf = (command) =>
  (command.documents ?? command.updates ?? command.deletes ?? command.ops ?? []).length;

function listen(client) {
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const target = typeof command[commandName] === 'string' ? command[commandName] : '';
    const only = command.updates?.[0];
    const kind = only && (only.multi ? ' many' : Array.isArray(only.u) ? ' pipeline' : '');
    under.set(requestId, { name: `${commandName}${kind ?? ''} ${target}`, documents: sizeOf(command) });
  });
  const ended = ({ requestId, duration, reply }) => {
    const { name, documents } = under.get(requestId) ?? { name: '?', documents: 0 };
    under.delete(requestId);
    const row = tally.get(name) ?? { commands: 0, documents: 0, ms: 0 };
    tally.set(name, row);
    row.commands += 1;
    row.documents += documents || (reply?.cursor?.firstBatch ?? reply?.cursor?.nextBatch ?? []).length;
    row.ms += duration;
  };
  client.on('commandSucceeded', ended);
  client.on('commandFailed', ended);
}

MongoClient.prototype.db = function (...args) {
  if (!this.options.monitorCommands) {
    this.options.monitorCommands = true;
    listen(this);
  }
  return db.apply(this, args);
};

process.on('exit', () => {
  const file = process.env.ACOLHE_BENCH_COMMANDS;
  const rows = [...tally].sort(([, a], [, b]) => b.ms - a.ms).map(([name, row]) => ({ name, ...row }));
  if (file) writeFileSync(`${file}.${process.pid}.json`, JSON.stringify(rows, null, 1));
});
