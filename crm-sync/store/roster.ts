/** The tenants that are served now, in a list that stays the same object: whoever holds it sees who comes and goes. */
import type { Tenant } from './tenant';

export interface Roster {
  readonly list: readonly Tenant[];
  find(id: string): Tenant | undefined;
  add(tenant: Tenant): void;
  remove(id: string): void;
  /** @returns ends the listening */
  onChange(listener: () => void): () => void;
}

export function createRoster(): Roster {
  const list: Tenant[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => [...listeners].forEach((listener) => listener());
  return {
    list,
    find: (id) => list.find((tenant) => tenant.id === id),
    add(tenant) {
      list.push(tenant);
      tell();
    },
    remove(id) {
      const index = list.findIndex((tenant) => tenant.id === id);
      if (index < 0) return;
      list.splice(index, 1);
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
