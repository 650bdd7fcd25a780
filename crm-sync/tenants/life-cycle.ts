/** What a tenant of the registry may become. Its id is never used again, even after `deleted`. */
export type TenantState = 'active' | 'archived' | 'deleting' | 'deleted';
export type TenantStep = 'archive' | 'restore' | 'delete' | 'deleted';

const steps: Record<TenantStep, { from: readonly TenantState[]; to: TenantState }> = {
  archive: { from: ['active', 'archived'], to: 'archived' },
  restore: { from: ['archived', 'active'], to: 'active' },
  // Also from `deleting`: a deletion that was interrupted goes on.
  delete: { from: ['active', 'archived', 'deleting'], to: 'deleting' },
  deleted: { from: ['deleting'], to: 'deleted' },
};

/** @returns the state after the step; undefined when the step cannot be taken from here */
export function afterStep(state: TenantState, step: TenantStep): TenantState | undefined {
  return steps[step].from.includes(state) ? steps[step].to : undefined;
}
