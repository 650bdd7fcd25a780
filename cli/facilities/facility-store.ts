import { mkdir, readFile, rename, writeFile } from 'fs/promises';
import path from 'path';
import { facilities, type Facility } from '../../settings/places/facility';
import { Failure } from '../failure';

/** Where facilities are kept: a file here, the knowledge snapshot in the CRM. */
export interface FacilityStore {
  /** Empty when nothing was imported yet. */
  all(): Promise<Facility[]>;
  /** All or nothing. */
  replaceAll(list: readonly Facility[]): Promise<void>;
}

/** One JSON file, written beside and renamed: a reader sees the old list or the new one. */
export function fileFacilityStore(file: string): FacilityStore {
  return {
    async all() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw new Failure('unreadable', `${file}: cannot be read (${error.code ?? error.message}).`, 2, {
          cause: error,
        });
      });
      if (text === undefined) return [];
      try {
        return facilities.parse(JSON.parse(text));
      } catch (cause) {
        throw new Failure(
          'bad_facilities',
          `${file}: is no list of facilities; import it anew with --replace.`,
          2,
          { cause },
        );
      }
    },
    async replaceAll(list) {
      await mkdir(path.dirname(file), { recursive: true });
      const beside = `${file}.${process.pid}.new`;
      await writeFile(beside, `${JSON.stringify(list, null, 1)}\n`);
      await rename(beside, file);
    },
  };
}
