/** Nothing is acknowledged that a crash could take back. */
export const durable = { writeConcern: { w: 'majority', journal: true } } as const;
