import { agendaPrefix } from '../../contract/appointment-events';

/** @param subject `agenda/<professional>/<day>` */
export function professionalAndDay(subject: string): { professional: string; day: string } {
  const [professional = '', day = ''] = subject.slice(agendaPrefix.length).split('/');
  return { professional, day };
}
