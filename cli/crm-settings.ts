/** What commands share that work on the CRM's databases with the service's configuration. */
import { ConfigError, readConfig, type CrmConfig } from '../crm-sync/config/config';
import { Failure } from './failure';

/** @throws Failure bad-configuration */
export function crmSettings(): CrmConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const words = `${error.message}\nThis command needs the environment that crm-sync runs with; docs/crm-sync.md describes it.`;
    throw new Failure(error.code, words, 2);
  }
}

/** Where a store's complaints go in a command: to standard error, in one line each. */
export const complaints = {
  info: () => undefined,
  error(facts: unknown, message?: string) {
    const { tenant, reason } = facts as { tenant?: string; reason?: string };
    console.error([tenant, message, reason].filter(Boolean).join(': '));
  },
};
