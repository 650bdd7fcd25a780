/** Pages of the CRM that the card leads to. Pure. */
import type { State } from '../dialog/state';

type Known = Pick<State, 'patientId' | 'conversation'>;

export function patientPage(crmUrl: string | undefined, { patientId }: Known): string | undefined {
  return crmUrl && patientId ? `${crmUrl}/patients/${encodeURIComponent(patientId)}` : undefined;
}

export function rescreenPage(crmUrl: string | undefined, known: Known): string | undefined {
  const page = patientPage(crmUrl, known);
  return page && `${page}/conversations/${encodeURIComponent(known.conversation)}/rescreen`;
}
