import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { HttpContext } from './context';
import { maxMessageLength } from './errors';
import { agentOfRoom, presentVisitor } from './present';

/** What an administrator of a real workspace would have set for this clinic's widget. */
const settings = {
  registrationForm: true,
  nameFieldRegistrationForm: true,
  // The widget makes every field it shows required: only the name is asked.
  emailFieldRegistrationForm: false,
  allowSwitchingDepartments: false,
  displayOfflineForm: false,
  videoCall: false,
  fileUpload: true,
  language: 'pt-BR',
  transcript: false,
  historyMonitorType: 'url',
  forceAcceptDataProcessingConsent: false,
  showConnecting: false,
  agentHiddenInfo: false,
  /** Who comes back is known, and the page after the end stays: the widget would go on to the form for the name within moments. */
  clearLocalStorageWhenChatEnded: false,
  hideWatermark: false,
  /** 0: the widget draws no counter; the server refuses what is longer than its own limit. */
  limitTextLength: 0,
  Message_MaxAllowedSize: maxMessageLength,
};

const messages = {
  registrationFormMessage: 'Em uma emergência, ligue 192 (SAMU). Para conversar, diga seu nome.',
  offlineMessage: '',
  offlineUnavailableMessage:
    'O atendimento por chat está fora do ar agora. Em uma emergência, ligue 192 (SAMU).',
  conversationFinishedMessage: 'Conversa encerrada.',
  conversationFinishedText:
    'Se os sintomas piorarem, comece uma nova conversa. Em uma emergência, ligue 192.',
  transcriptMessage: '',
  dataProcessingConsentText: '',
};

const theme = {
  title: 'Acolhimento',
  color: '#0f5c5c',
  offlineTitle: 'Fora do ar',
  offlineColor: '#5b6b6b',
  actionLinks: { webrtc: [], jitsi: [] },
};

const query = z.object({ token: z.string().max(200).optional(), department: z.string().max(200).optional() });

export function livechatConfigRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;
  app.get('/api/v1/livechat/config', (request) => {
    const { token, department } = query.parse(request.query);
    const guest = token === undefined ? undefined : omnichannel.visitorByToken(token);
    const room = token === undefined ? undefined : omnichannel.openRoomOf(token);
    const agent = room && agentOfRoom(omnichannel, room);
    const departments = [...omnichannel.departments.values()]
      .filter((item) => item.enabled && item.showOnRegistration)
      .map(({ _id, name, showOnRegistration, showOnOfflineForm }) => ({
        _id,
        name,
        showOnRegistration,
        showOnOfflineForm,
      }));
    return {
      config: {
        enabled: omnichannel.serverSetting('Livechat_enabled') === true,
        online: omnichannel.isOnline(department),
        settings,
        theme,
        messages,
        departments,
        triggers: [],
        customFields: [],
        resources: { sound: '/sounds/notice.wav', emojis: null },
        ...(guest ? { guest: presentVisitor(guest) } : {}),
        ...(room ? { room } : {}),
        ...(agent ? { agent } : {}),
      },
      success: true,
    };
  });
}
