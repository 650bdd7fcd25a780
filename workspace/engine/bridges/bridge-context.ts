import type { Omnichannel } from '../../omnichannel/omnichannel';
import type { AppStore } from '../app-store';
import type { Converters } from '../convert';
import type { Surface } from '../engine-types';
import type { Scheduler } from '../scheduler';

/** What the implementations of the engine's abstract bridge methods work on. */
export interface BridgeContext {
  omnichannel: Omnichannel;
  store: AppStore;
  scheduler: Scheduler;
  convert: Converters;
  siteUrl: string;
  show: (surface: Surface) => void;
}

/** Abstract methods of one bridge by name, in the engine's signatures. What is not in here is not imitated. */
export type BridgeMethods = Record<string, (...args: never[]) => unknown>;

/** The parts of the engine's shapes that the implementations read; everything arrives as plain objects. */
export interface UserShape {
  id: string;
  username?: string;
  name?: string;
}

export interface RoomShape {
  id: string;
  customFields?: Record<string, unknown>;
}

export interface MessageShape {
  room: RoomShape;
  sender?: UserShape;
  text?: string;
  blocks?: unknown[];
  customFields?: Record<string, unknown>;
  token?: string;
  visitor?: { token: string };
}
