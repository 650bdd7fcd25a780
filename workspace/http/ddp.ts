import type { Server } from 'http';
import { WebSocketServer } from 'ws';

import type { OmnichannelHappening } from '../omnichannel/documents';
import type { HttpContext } from './context';
import { DdpConnection } from './ddp-connection';
import { presentAgent } from './present';

/** Largest frame a client may send, in bytes. */
const maxFrameBytes = 64 * 1024;

/** Serves DDP on `/websocket` of an HTTP server. @returns closes every connection and stops listening */
export function serveDdp(server: Server, context: HttpContext): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const connections = new Set<DdpConnection>();

  server.on('upgrade', (request, socket, head) => {
    if ((request.url ?? '').split('?')[0] !== '/websocket') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      const connection = new DdpConnection(context, (message) => {
        if (client.readyState === client.OPEN) client.send(JSON.stringify(message));
      });
      connections.add(connection);
      client.on('message', (data) => connection.receive(String(data)));
      client.on('error', () => client.terminate());
      client.on('close', () => connections.delete(connection));
    });
  });

  const each = (tell: (connection: DdpConnection) => void): void => {
    for (const connection of connections) tell(connection);
  };
  const stopOmnichannel = context.omnichannel.on((happening) =>
    each((connection) => tellHappening(connection, happening, context)),
  );
  const stopTyping = context.typing.on(({ rid, username, typing, from }) =>
    each((connection) => {
      if (connection !== from) connection.push('stream-notify-room', `${rid}/typing`, [username, typing]);
    }),
  );

  return async () => {
    stopOmnichannel();
    stopTyping();
    for (const client of sockets.clients) client.terminate();
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  };
}

/** What the widget of one room learns of what happened. */
function tellHappening(
  connection: DdpConnection,
  happening: OmnichannelHappening,
  { omnichannel }: HttpContext,
): void {
  const livechat = (rid: string, type: string, more: Record<string, unknown>): void => {
    connection.push('stream-livechat-room', rid, [{ type, ...more }]);
  };
  switch (happening.kind) {
    case 'message-sent':
    case 'message-edited':
      connection.pushMessage(happening.message);
      return;
    case 'message-deleted':
      connection.push('stream-notify-room', `${happening.room._id}/deleteMessage`, [
        { _id: happening.messageId },
      ]);
      return;
    case 'agent-assigned':
      livechat(happening.room._id, 'agentData', { data: presentAgent(happening.agent) });
      return;
    case 'agent-unassigned':
      livechat(happening.room._id, 'agentData', { data: null });
      return;
    case 'queue-position':
      livechat(happening.rid, 'queueData', { data: { spot: happening.position } });
      return;
    case 'agent-status':
      for (const room of omnichannel.rooms.values()) {
        if (room.open && room.servedBy?._id === happening.agent._id)
          livechat(room._id, 'agentStatus', { status: happening.agent.status });
      }
      return;
    default:
  }
}
