import { createReadStream } from 'fs';
import path from 'path';
import { InvalidArgumentError, type Command } from 'commander';
import { dispositions, type Disposition } from '../contract/event';
import { demoFacilities, facilityKinds, type Facility } from '../settings/places/facility';
import { municipalityOf } from '../settings/places/municipalities';
import { nearKm, type NearKm } from '../settings/places/near-km';
import { stateNames } from '../settings/places/states';
import { nearestFacilities } from '../src/places/nearest-facilities';
import { parseCnes } from '../src/places/parse-cnes';
import { Failure } from './failure';
import { fileFacilityStore } from './facilities/facility-store';
import { startingPoint } from './facilities/starting-point';
import { projectRoot } from './project-root';

interface Common {
  store: string;
  json?: boolean;
  demonstration?: boolean;
}
interface ImportOptions extends Common {
  uf?: string;
  replace?: boolean;
}
interface NearestOptions extends Common {
  disposition?: Disposition;
  specialty?: string;
  programme?: string;
  limit: number;
  within?: number;
}

const storeFile = path.join(projectRoot, '.acolhe', 'facilities.json');
const mostProblemsShown = 50;

function state(value: string): string {
  if (!Object.hasOwn(stateNames, value.toUpperCase()))
    throw new InvalidArgumentError('two letters of a state, e.g. CE');
  return value.toUpperCase();
}
function oneOfDispositions(value: string): Disposition {
  const found = dispositions.find((item) => item === value);
  if (!found) throw new InvalidArgumentError(`one of ${dispositions.join(', ')}`);
  return found;
}
function count(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('a whole number from 1 to 999');
  return Number(value);
}

function kilometres(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('whole kilometres from 1 to 99999');
  return Number(value);
}

export function register(program: Command): void {
  const command = program
    .command('facility')
    .description('where people can go: health facilities after CNES');
  const common = (verb: Command): Command =>
    verb
      .option('--store <file>', 'where the facilities are kept', storeFile)
      .option('--json', 'JSON for programs');
  common(command.command('import <file>'))
    .description(
      'add or renew facilities from CNES’ open data (tbEstabelecimento, CSV); nothing changes when a row is bad',
    )
    .option('--uf <state>', 'only this state', state)
    .option('--replace', 'forget the facilities that are not in the file')
    .action((file: string, options: ImportOptions) => importFile(file, options));
  common(command.command('list'))
    .description('the facilities that are kept')
    .option('--demonstration', 'the invented ones instead')
    .action((options: Common) => list(options));
  common(command.command('nearest <place>'))
    .description('the nearest ones to a municipality, a CEP or "latitude,longitude"')
    .option(
      '--disposition <disposition>',
      'only those that accept emergency, moderate or mild',
      oneOfDispositions,
    )
    .option('--specialty <key>', 'only with this specialty')
    .option('--programme <key>', 'only with this treatment programme, e.g. vaccination')
    .option('--limit <n>', 'how many', count, 5)
    .option('--within <km>', 'as near counts what is at most so far away, of every kind', kilometres)
    .option('--demonstration', 'among the invented ones')
    // the southern hemisphere begins with a minus
    .allowUnknownOption()
    .allowExcessArguments()
    .action((place: string, options: NearestOptions, { args }: Command) => {
      if (args.length > 1)
        throw new Failure('bad_option', `unknown option or one place too many: ${args[1]}`, 2);
      return nearest(place, options);
    });
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const store = fileFacilityStore(options.store);
  const onProgress = (rows: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${rows} rows read`);
  };
  const reading = await parseCnes(createReadStream(file), { uf: options.uf, onProgress }).catch(
    (cause: Error & { code?: string }) => {
      throw new Failure('bad_file', `${file}: ${cause.message}`, 2, { cause });
    },
  );
  if (process.stderr.isTTY && reading.rows >= 10_000) process.stderr.write('\n');
  const { problems, problemCount, rows, skipped } = reading;
  if (problemCount > 0) {
    for (const { line, column, reason } of problems.slice(0, mostProblemsShown))
      console.error(`line ${line}: ${column}: ${reason}`);
    if (options.json) console.log(JSON.stringify({ imported: 0, rows, skipped, problemCount, problems }));
    throw new Failure(
      'bad_rows',
      `${file}: ${problemCount} of ${rows} rows are wrong; nothing was changed.`,
      2,
    );
  }
  const before = options.replace ? [] : await store.all();
  const merged = new Map(before.map((item) => [item.id, item]));
  for (const item of reading.facilities) merged.set(item.id, item);
  await store.replaceAll([...merged.values()].sort((a, b) => a.id.localeCompare(b.id)));
  const done = { imported: reading.facilities.length, rows, skipped, kept: merged.size };
  if (options.json) console.log(JSON.stringify(done));
  else
    console.log(
      `${done.imported} facilities imported of ${rows} rows (${skipped} are closed, elsewhere or no place to go); ${done.kept} are kept.`,
    );
}

async function known({ store, demonstration }: Common): Promise<readonly Facility[]> {
  if (demonstration) return demoFacilities();
  const all = await fileFacilityStore(store).all();
  if (all.length === 0)
    throw new Failure(
      'no_facilities',
      'No facilities yet: acolhe facility import <file>, or --demonstration.',
    );
  return all;
}

function line(item: Facility): string {
  const municipality = municipalityOf(item.municipality);
  return `${item.id}  ${item.name}  ${item.kind}  ${municipality?.name ?? item.municipality}-${municipality?.uf ?? ''}  ${item.address}${item.phone ? `  ${item.phone}` : ''}`;
}

async function list(options: Common): Promise<void> {
  const all = await known(options);
  if (options.json) console.log(JSON.stringify(all));
  else for (const item of all) console.log(line(item));
}

async function nearest(
  place: string,
  { limit, disposition, specialty, programme, within, ...options }: NearestOptions,
): Promise<void> {
  // a point begins with a minus, so nothing that does was refused before
  if (/^-(?![\d.])/.test(place)) throw new Failure('bad_option', `unknown option ${place}`, 2);
  const all = await known(options);
  const { point, told, municipality } = startingPoint(place, all);
  const reach = within === undefined ? nearKm() : everyKind(within);
  const found = nearestFacilities(all, point, { disposition, specialty, programme, reach }, limit);
  if (options.json) {
    const { code, name, uf } = municipality;
    const from = { latitude: point.latitude, longitude: point.longitude, municipality: code, name, uf };
    return console.log(JSON.stringify({ from, facilities: found }));
  }
  console.log(`Nearest to ${told}`);
  for (const item of found)
    console.log(`${item.approximate ? '≈' : ' '}${item.distanceKm.toFixed(1)} km  ${line(item.facility)}`);
  if (found.length > 0) return;
  const farthest = Math.max(...Object.values(reach));
  console.log(`Nothing suitable is near (up to ${farthest} km by kind; --within <km> looks farther).`);
}

function everyKind(km: number): NearKm {
  return Object.fromEntries(facilityKinds.map((kind) => [kind, km])) as NearKm;
}
