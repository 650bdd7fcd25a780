/** Names that setup gives, and doctor looks for, unless told otherwise. */
export const defaults = {
  urgent: 'Urgência',
  general: 'Atendimento geral',
  bot: 'acolhe.triagem',
  reader: 'acolhe.crm',
  adminChannel: 'acolhe-admin',
} as const;
