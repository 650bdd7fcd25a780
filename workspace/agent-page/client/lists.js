import { drawBlocks } from './blocks.js';
import { clock, h, rich, since } from './dom.js';

/** The department for urgent cases is known by its name, as the app's settings name it. */
export const isUrgent = (name, fields) =>
  /urg[eê]n/i.test(name ?? '') || ['emergency', 'urgent'].includes(fields?.urgency);

const urgentMark = () => h('span', { className: 'tag urgent' }, 'Urgente');
const departmentMark = (name) => name && h('span', { className: 'tag' }, name);

export function drawInbox(rooms, { selected, unread, onOpen }) {
  if (rooms.length === 0) return [h('p', { className: 'soft empty' }, 'Nenhuma conversa com você agora.')];
  return [
    h(
      'ul',
      {},
      rooms.map((room) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              className: 'row',
              'aria-current': selected === room._id ? 'true' : undefined,
              onclick: () => onOpen(room._id),
            },
            h('span', { className: 'name' }, room.fname),
            unread.get(room._id) > 0 &&
              h(
                'span',
                { className: 'count', 'aria-label': `${unread.get(room._id)} não lidas` },
                String(unread.get(room._id)),
              ),
            h(
              'span',
              { className: 'tags' },
              isUrgent(room.department?.name, room.customFields) && urgentMark(),
              departmentMark(room.department?.name),
              h('span', { className: 'soft' }, since(room.lm ?? room.ts)),
            ),
          ),
        ),
      ),
    ),
  ];
}

/** Direct messages, newest first, with what can be pressed beside them. */
export function drawMessages(messages, onAction) {
  if (messages.length === 0) return [h('p', { className: 'soft empty' }, 'Nenhuma mensagem.')];
  return [
    h(
      'ul',
      {},
      messages.map((message) =>
        h(
          'li',
          { className: 'note' },
          h('p', { className: 'soft' }, `${message.u.name ?? message.u.username} · ${clock(message.ts)}`),
          // as Rocket.Chat does: what has blocks says its text in them
          message.blocks
            ? h(
                'div',
                { className: 'blocks' },
                drawBlocks(message.blocks, (item, block, value) => onAction(message, item, block, value)),
              )
            : h('p', {}, rich(message.msg)),
        ),
      ),
    ),
  ];
}

export function drawQueue(inquiries, { departments, onTake }) {
  if (inquiries.length === 0) return [h('p', { className: 'soft empty' }, 'Ninguém esperando.')];
  const named = inquiries.map((inquiry) => ({ ...inquiry, place: departments.get(inquiry.department) }));
  const rank = (inquiry) => (isUrgent(inquiry.place) ? 0 : 1);
  named.sort((a, b) => rank(a) - rank(b) || new Date(a.ts) - new Date(b.ts));
  return [
    h(
      'ul',
      {},
      named.map((inquiry) => {
        const id = `waiting-${inquiry._id}`;
        return h(
          'li',
          { className: 'row waiting' },
          h('span', { className: 'name', id }, inquiry.name),
          h(
            'span',
            { className: 'tags' },
            isUrgent(inquiry.place) && urgentMark(),
            departmentMark(inquiry.place),
            h('span', { className: 'soft' }, `espera ${since(inquiry.ts)}`),
          ),
          h(
            'button',
            {
              type: 'button',
              className: 'primary',
              'aria-describedby': id,
              onclick: (event) => onTake(inquiry, event.currentTarget),
            },
            'Assumir',
          ),
        );
      }),
    ),
  ];
}
