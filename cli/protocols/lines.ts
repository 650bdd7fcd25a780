/** Text input, line by line. */
import { StringDecoder } from 'string_decoder';

/** A line longer than this is no row of data, unless the caller knows better. */
const maxLineCharacters = 1_000_000;

/**
 * Gives the lines that are not blank, with their numbers from 1. UTF-8 with or without a byte order mark; LF or CRLF.
 * A line that is too long is cut there, so that it is refused as what it then is: no valid row.
 */
export async function* linesOf(
  input: AsyncIterable<Buffer | string>,
  longest = maxLineCharacters,
): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let number = 0;
  const read = (line: string): { number: number; text: string } | undefined => {
    number += 1;
    // trim() takes a byte order mark and a carriage return for the white space they are.
    const text = line.trim();
    return text === '' ? undefined : { number, text: text.slice(0, longest) };
  };
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    // One character more than allowed is kept, which is enough for the line to be refused.
    rest = (lines.pop() ?? '').slice(0, longest + 1);
    for (const line of lines) {
      const found = read(line);
      if (found) yield found;
    }
  }
  const found = read(rest + decoder.end());
  if (found) yield found;
}

/** The object of a line, or what is wrong with it. The text is not repeated: it may be about a person. */
export function objectOf(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not valid JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be a JSON object';
  return value as Record<string, unknown>;
}
