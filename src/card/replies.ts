/** Suggested replies: the service's own texts, with what is known filled in. Pure. */

export interface Reply {
  title: string;
  text: string;
}

const mostReplies = 20;
const longestTitle = 60;

/** One a line, `title: text`; without a title its first words are one. */
export function readReplies(setting: string): Reply[] {
  return setting
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, mostReplies)
    .map((line) => {
      const [, title, text] = /^([^:]{1,60}):\s+(.+)$/.exec(line) ?? [];
      return title && text ? { title, text } : { title: line.slice(0, longestTitle), text: line };
    });
}

/** A `{placeholder}` of which nothing is known stays, for whoever reads it over before it goes. */
export function fillReply(text: string, known: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}
