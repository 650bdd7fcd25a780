/** Where a store learns, while it runs, which tenants there are besides those of the configuration. */
import type { TenantConfig } from '../config/config';
import type { TenantKeys } from './key-shelf';

export interface RegisteredTenant {
  config: Omit<TenantConfig, 'sealingKeys'>;
  keys: TenantKeys;
}

/** Known, and not served at present. */
export type Refusal = 'archived' | 'deleting';

export interface TenantSource {
  /** Those to be served now. */
  tenants(): readonly RegisteredTenant[];
  refusal(id: string): Refusal | undefined;
  /** Those of `refusal` archived. */
  archived(): readonly string[];
  /** @returns ends the listening */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

export const noSource: TenantSource = {
  tenants: () => [],
  refusal: () => undefined,
  archived: () => [],
  onChange: () => () => undefined,
  close: () => Promise.resolve(),
};
