import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import { readConfig } from '../../crm-sync/config/config';
import { connectStore } from '../../crm-sync/store/connect';
import { Failure } from '../failure';

export const demoPassword = 'acolhe-demo-2020';
export const demoStaff = [
  { email: 'gestora@demo.example', name: 'Gestora Demonstração', role: 'manager' },
  { email: 'admin@demo.example', name: 'Administradora Demonstração', role: 'administrator' },
  { email: 'atendente@demo.example', name: 'Atendente Demonstração', role: 'attendant' },
  { email: 'epidemiologista@demo.example', name: 'Epidemiologista Demonstração', role: 'epidemiologist' },
  { email: 'auditoria@demo.example', name: 'Auditoria Demonstração', role: 'auditor' },
  { email: 'comite@demo.example', name: 'Comitê Demonstração', role: 'committee' },
  { email: 'clinica@demo.example', name: 'Clínica Demonstração', role: 'clinician' },
  { email: 'clinica2@demo.example', name: 'Segunda Clínica Demonstração', role: 'clinician' },
] as const;

/** Makes the demonstration's staff; those who are there already stay as they are. @throws Failure demo-staff */
export async function makeDemoStaff(crmEnvironment: Record<string, string>, tenantId: string): Promise<void> {
  const store = await connectStore(readConfig(crmEnvironment));
  try {
    const tenant = store.tenant(tenantId);
    if (!tenant) throw new Failure('demo-staff', `There is no tenant ${tenantId}`);
    const shelves = accessShelves(tenant);
    for (const person of demoStaff) {
      const input = { ...person, password: demoPassword };
      const added = await addStaff(shelves, input, { by: 'command', now: new Date() });
      if (!added.ok && added.problem !== 'duplicate') {
        throw new Failure('demo-staff', `${person.email} cannot be made: ${added.problem}`);
      }
    }
  } finally {
    await store.close();
  }
}
