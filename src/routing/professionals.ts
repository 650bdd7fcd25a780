/** Professionals who can be asked for by extension or name, as the operator lists them. Pure. */
import { normalise } from '../language/normalise';

export interface Professional {
  /** Of Rocket.Chat. */
  username: string;
  /** As patients read it. */
  name: string;
  extension?: string;
}

/** Of whom is asked: one of them. */
export interface PersonAsked {
  extension?: string;
  name?: string;
}

const mostListed = 500;

/** One a line: `12; dra.ana; Dra. Ana Souza`, or without an extension `dra.ana; Dra. Ana Souza`. Other lines are left out. */
export function readProfessionals(text: string): Professional[] {
  return text
    .split(/[\r\n]+/)
    .slice(0, mostListed)
    .flatMap((line): Professional[] => {
      const cells = line.split(';').map((cell) => cell.trim());
      const [extension, named, name] = cells.length > 2 ? cells : [undefined, ...cells];
      const username = named?.replace(/^@/, '');
      if (!username || !/^[\w.@-]{1,100}$/.test(username)) return [];
      if (extension !== undefined && !/^\d{1,8}$/.test(extension)) return [];
      return [{ username, name: (name || username).slice(0, 120), ...(extension && { extension }) }];
    });
}

const titles =
  /^(?:dr|dra|doutora?|doctora?|enf|enfermeir[oa]|enfermer[oa]|nurse|prof|professora?|psic|sr|sra)\.?$/;

const wordsOf = (name: string): string[] =>
  normalise(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.test(word));

/** By extension; else the only one whose name has all the words that were said. Two of a name are nobody: people ask then. */
export function findProfessional(
  all: readonly Professional[],
  { extension, name }: PersonAsked,
): Professional | undefined {
  if (extension !== undefined) return all.find((one) => one.extension === extension);
  const said = wordsOf(name ?? '');
  if (said.length === 0) return undefined;
  const found = all.filter((one) => {
    const words = wordsOf(one.name);
    return said.every((word) => words.includes(word));
  });
  return found.length === 1 ? found[0] : undefined;
}
