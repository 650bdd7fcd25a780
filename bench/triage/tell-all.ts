import type { Knowledge } from '../../src/dialog/knowledge';
import type { Setup } from '../../src/dialog/input';
import type { Told } from './figures';
import type { Style } from './patient-script';
import { play } from './play';
import type { Vignette } from './vignette';

/** A service as it is set up by default, with drafts admitted: no clinician has signed the built-in protocols yet. */
const setup: Omit<Setup, 'language'> = {
  pack: 'respiratory',
  tenant: 'demo',
  workspace: 'main',
  admitDrafts: true,
  consent: {},
  asksForWhom: true,
};

export function tellAll(vignettes: readonly Vignette[], knowledge: Knowledge, style: Style): Told[] {
  return vignettes.map((vignette) => ({
    vignette,
    played: play(vignette, knowledge, { ...setup, language: vignette.lang }, style),
  }));
}
