/**
 * Master keys wrap the tenants' keys, nothing else. Where they are kept is the operator's choice: this is
 * the port. A wrapped text says which kind of master key opens it, so that one kind can replace another.
 */
/** What a wrapped key is bound to: it opens under no other name. */
export interface WrapContext {
  tenant: string;
  keyId: string;
}

export interface MasterKeys {
  /** Names the master key that wraps from now on; no secret. */
  current(): string;
  /** @throws MasterKeyError */
  wrap(bytes: Uint8Array, context: WrapContext): Promise<string>;
  /** @throws MasterKeyError */
  unwrap(text: string, context: WrapContext): Promise<Buffer>;
}

/** One kind of master key that knows which texts are its own. */
export interface MasterKeysOfKind extends MasterKeys {
  opens(text: string): boolean;
}

export type MasterKeyProblem =
  /** No master key that is configured wrapped this text. */
  | 'unknown-master-key'
  /** The text was changed, or wrapped for another tenant or key. */
  | 'wrong-context'
  /** The key service refuses: its key is disabled, or these credentials may not use it. */
  | 'refused'
  /** The key service does not answer, or asks to wait, after several tries. */
  | 'unavailable';

export class MasterKeyError extends Error {
  constructor(
    readonly code: MasterKeyProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MasterKeyError';
  }
}

/** Where the master key is, as configured. */
export type MasterKeyConfig = {
  current: { kind: 'local'; key: Buffer } | { kind: 'kms'; keyName: string };
  /** Open what was wrapped before a rotation. */
  previous: ({ kind: 'local'; key: Buffer } | { kind: 'kms'; keyName: string })[];
  /** Address of a key service other than Amazon's own. */
  kmsEndpoint?: string;
};

/** @param keys the first wraps; all open what is theirs */
export function masterKeysOf(keys: readonly [MasterKeysOfKind, ...MasterKeysOfKind[]]): MasterKeys {
  return {
    current: () => keys[0].current(),
    wrap: (bytes, context) => keys[0].wrap(bytes, context),
    async unwrap(text, context) {
      const own = keys.find((one) => one.opens(text));
      if (!own)
        throw new MasterKeyError('unknown-master-key', 'no configured master key opens this tenant’s key');
      return own.unwrap(text, context);
    },
  };
}
