import type { Tenant } from '../store/tenant';
import { agendaShelf, type AgendaShelf } from './shelf';

const shelves = new WeakMap<Tenant['agendaDays'], AgendaShelf>();

/** One a tenant and process. */
export function shelfOf(tenant: Tenant): AgendaShelf {
  const known = shelves.get(tenant.agendaDays) ?? agendaShelf(tenant);
  shelves.set(tenant.agendaDays, known);
  return known;
}
