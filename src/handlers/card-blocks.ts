/** From a card's rows and forms to UIKit blocks, and to plain text where no view can be opened. */
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Field, Form } from '../card/forms';
import type { CardButton, CardRow } from '../card/row';

/** What comes back when a button is pressed: `card:<action>`, with the room and what the button carries. */
export const cardPrefix = 'card:';

interface PressedValue {
  room: string;
  value?: string;
}

/** Rocket.Chat tells no room with a press in a view: the button itself carries it. Room ids hold no `|`. */
export const valueOf = ({ room, value }: PressedValue): string => (value ? `${room}|${value}` : room);

export function readValue(value: string): PressedValue {
  const [room = '', ...rest] = value.split('|');
  return { room, ...(rest.length > 0 ? { value: rest.join('|') } : {}) };
}

const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });

export function rowBlocks(appId: string, room: string, rows: readonly CardRow[]): LayoutBlock[] {
  return rows.map((row, at) => {
    const blockId = `card-${at}`;
    const of = { appId, blockId };
    switch (row.kind) {
      case 'title':
        return { type: 'section', ...of, text: marked(`*${row.text}*`) };
      case 'text':
        return { type: 'section', ...of, text: marked(row.text) };
      case 'note':
        return { type: 'context', ...of, elements: [marked(row.text)] };
      case 'facts':
        return {
          type: 'section',
          ...of,
          fields: row.facts.map(({ label, value }) => marked(`*${label}:* ${value}`)),
        };
      case 'buttons':
        return { type: 'actions', ...of, elements: row.buttons.map((one) => button(of, room, one)) };
      case 'line':
        return { type: 'divider', ...of };
    }
  }) as unknown as LayoutBlock[];
}

function button(of: { appId: string; blockId: string }, room: string, one: CardButton): object {
  return {
    ...{ type: 'button', ...of, actionId: `${cardPrefix}${one.action}`, text: plain(one.label) },
    value: valueOf({ room, ...(one.value ? { value: one.value } : {}) }),
    ...(one.url ? { url: one.url } : {}),
    ...(one.style ? { style: one.style } : {}),
  };
}

export function formBlocks(appId: string, form: Form, placeholder: string): LayoutBlock[] {
  return form.fields.map((field) => {
    const of = { appId, blockId: field.id };
    return {
      ...{ type: 'input', ...of, label: plain(field.label), optional: field.optional === true },
      element: { ...of, actionId: field.id, ...element(field, placeholder) },
    };
  }) as unknown as LayoutBlock[];
}

function element({ kind, choices = [], initial }: Field, placeholder: string): object {
  const start = initial === undefined ? {} : { initialValue: initial };
  if (kind === 'select') {
    const options = choices.map(({ value, label }) => ({ value, text: plain(label) }));
    return { type: 'static_select', placeholder: plain(placeholder), options, ...start };
  }
  return { type: 'plain_text_input', multiline: kind === 'text', ...start };
}

/** For clients that open no view. */
export function rowsAsText(rows: readonly CardRow[]): string {
  return rows
    .flatMap((row) => {
      if (row.kind === 'title') return [`*${row.text}*`];
      if (row.kind === 'text' || row.kind === 'note') return [row.text];
      if (row.kind === 'facts') return row.facts.map(({ label, value }) => `*${label}:* ${value}`);
      // what buttons do, the commands do; pages are named
      return row.kind === 'buttons'
        ? row.buttons.flatMap(({ url, label }) => (url ? [`${label}: ${url}`] : []))
        : [];
    })
    .join('\n');
}
