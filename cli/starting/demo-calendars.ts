import { readConfig } from '../../crm-sync/config/config';
import { readCalendars } from '../../crm-sync/appointments/read-calendars';
import { saveProfessional } from '../../crm-sync/appointments/save-professional';
import { connectStore } from '../../crm-sync/store/connect';
import { Failure } from '../failure';

/** Open every day, so that whoever tries it out finds a time; the specialties are those of the protocols. */
const calendars = `professional,name,specialties,username,calendar,kind,minutes,lead,cancel,place,holidays,days,from,to
demo-ana,Dra. Ana Demonstração,Clínica médica|Pneumologia,ana,video,video,20,10,60,,yes,seg|ter|qua|qui|sex|sab|dom,00:00,24:00
demo-rui,Dr. Rui Demonstração,Clínica médica|Pediatria,,clinic,in-person,30,20,60,Rua da Demonstração 10,yes,seg|ter|qua|qui|sex|sab|dom,07:00,22:00
`;

/** The demonstration's professionals; those who are there already, and changed since, stay as they are. @throws Failure */
export async function makeDemoCalendars(
  crmEnvironment: Record<string, string>,
  tenantId: string,
): Promise<void> {
  const store = await connectStore(readConfig(crmEnvironment));
  try {
    const tenant = store.tenant(tenantId);
    if (!tenant) throw new Failure('demo-calendars', `There is no tenant ${tenantId}`);
    const { professionals } = readCalendars(calendars, tenant.timeZone);
    for (const [id, professional] of professionals)
      if (!(await tenant.professionals.findOne({ _id: id }, { projection: { _id: 1 } })))
        await saveProfessional(tenant, id, professional, { staff: 'command', now: new Date() });
  } finally {
    await store.close();
  }
}
