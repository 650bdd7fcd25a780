import { normalise } from '../language/normalise';
import type { Input } from './input';

const halfYes =
  /(?<!\p{L})(?:mais ou menos|mais\/menos|meio que|um pou(?:c|qu)\p{L}*|(?:as|a) ve(?:z|c)es|de vez em quando|acho que sim|more or less|a little|a bit|sort of|kind of|sometimes|i think so|mas o menos|un po(?:c|qu)\p{L}*|de vez en cuando|creo que si)(?!\p{L})/u;

/** "Mais ou menos": a yes, for safety; it is told that it was taken for one. */
export function isHalfYes(input: Input): boolean {
  return input.kind === 'patient-message' && halfYes.test(normalise(input.text.slice(0, 80)));
}
