/** What is there against what ought to be. Pure: differences name ids only. */
import { cellsOf } from '../../crm-sync/cells/count';
import type { Difference, Facts } from './facts';
import { judgeEncounter, judgeTimeline } from './judge-room';

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function judgeCells({ cells, encounters }: Facts): Difference[] {
  const wanted = cellsOf(encounters);
  const found = new Map(cells.map(({ _id, version: _version, ...figures }) => [_id, figures]));
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((key) => {
      const [left, right] = [wanted.get(key) ?? { n: 0 }, found.get(key) ?? { n: 0 }];
      const flat = ({ n, sum, histogram = {} }: typeof left): string =>
        JSON.stringify([n, sum ?? 0, Object.entries(histogram).sort()]);
      return flat(left) !== flat(right);
    })
    .map((key) => ({ what: 'cell', where: key }));
}

function judgePatients(facts: Facts): Difference[] {
  const rooms = groupBy(facts.rooms, ({ visitorId }) => visitorId);
  const encounters = new Map(facts.encounters.map((one) => [one._id, one]));
  const owners = new Map<string, string>();
  return [...rooms].flatMap(([visitor, own]) => {
    const ids = facts.patients.get(visitor) ?? [];
    const used = new Set(own.map(({ rid }) => encounters.get(rid)?.patientId));
    const id = ids[0] ?? '';
    const shared = owners.get(id);
    owners.set(id, visitor);
    const right = ids.length === 1 && used.size === 1 && used.has(id) && shared === undefined;
    return right
      ? []
      : [{ what: 'patient' as const, where: `visitor ${visitor}: ${ids.join(' ') || 'none'}` }];
  });
}

export function judge(facts: Facts): Difference[] {
  const byRoom = groupBy(facts.events, ({ subject }) => subject);
  const encounters = new Map(facts.encounters.map((one) => [one._id, one]));
  const known = new Set(facts.rooms.map(({ rid }) => rid));
  const stored = new Map(facts.events.map((event) => [`${event.subject}\u0000${event.id}`, event]));
  return [
    ...Object.entries(facts.outbox)
      .filter(([, n]) => n > 0)
      .map(([phase, n]): Difference => ({ what: 'outbox', where: `${n} ${phase}` })),
    ...[...facts.told]
      .filter(([key, { type, time }]) => stored.get(key)?.type !== type || stored.get(key)?.time !== time)
      .map(([, { subject, id }]): Difference => ({ what: 'lost', where: `${subject}/${id}` })),
    ...facts.rooms.flatMap((room) => [
      ...judgeTimeline(room, facts.timelines.get(room.rid) ?? [], facts.edits),
      ...judgeEncounter(
        room,
        encounters.get(room.rid),
        byRoom.get(room.rid) ?? [],
        facts.decisions.get(room.rid) ?? 0,
      ),
    ]),
    ...facts.encounters
      .filter(({ _id }) => !known.has(_id))
      .map(({ _id }): Difference => ({ what: 'double', where: `${_id}: no such room` })),
    ...judgePatients(facts),
    ...judgeCells(facts),
    ...facts.streams.map(({ id, state }): Difference => ({ what: 'stream', where: `${id}: ${state}` })),
    ...facts.auditFaults.map((where): Difference => ({ what: 'audit', where })),
  ];
}
