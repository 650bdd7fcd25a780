import { randomUUID } from 'crypto';

import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import {
  AppLogStorage,
  AppMetadataStorage,
  type IAppStorageItem,
} from '@rocket.chat/apps-engine/server/storage';
import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage';

/**
 * Installed apps of this process, kept and given as copies, as a database would; a second instance is given the first
 * one's item when it takes an app over.
 */
export class MemoryMetadata extends AppMetadataStorage {
  private readonly items = new Map<string, IAppStorageItem>();

  constructor() {
    super('memory');
  }

  async create(item: IAppStorageItem): Promise<IAppStorageItem> {
    item._id ??= randomUUID();
    item.createdAt ??= new Date();
    item.updatedAt = new Date();
    this.items.set(item.id, structuredClone(item));
    return item;
  }

  async retrieveOne(id: string): Promise<IAppStorageItem | null> {
    return structuredClone(this.items.get(id) ?? null);
  }

  async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
    return structuredClone(this.items);
  }

  async retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
    return structuredClone(this.items);
  }

  async remove(id: string): Promise<{ success: boolean }> {
    return { success: this.items.delete(id) };
  }

  async updatePartialAndReturnDocument(change: Partial<IAppStorageItem>): Promise<IAppStorageItem> {
    return structuredClone(
      Object.assign(this.byKey(change._id), structuredClone(change), { updatedAt: new Date() }),
    );
  }

  async updateStatus(key: string, status: IAppStorageItem['status']): Promise<boolean> {
    this.byKey(key).status = status;
    return true;
  }

  async updateSetting(key: string, setting: IAppStorageItem['settings'][string]): Promise<boolean> {
    this.byKey(key).settings[setting.id] = structuredClone(setting);
    return true;
  }

  async updateAppInfo(key: string, info: IAppStorageItem['info']): Promise<boolean> {
    this.byKey(key).info = structuredClone(info);
    return true;
  }

  async updateMarketplaceInfo(): Promise<boolean> {
    return true;
  }

  private byKey(key: string | undefined): IAppStorageItem {
    const item = [...this.items.values()].find((candidate) => candidate._id === key);
    if (item === undefined) throw new Error('app is not installed');
    return item;
  }
}

/** Keeps no log: tells of the entries an app wrote as errors or warnings, and of what the engine says failed. */
export class ToldLogs extends AppLogStorage {
  constructor(private readonly tell: (line: string) => void) {
    super('told');
  }

  async storeEntries(entry: ILoggerStorageEntry): Promise<ILoggerStorageEntry> {
    for (const { severity, args } of entry.entries) {
      if (severity === 'error' || severity === 'warning')
        this.tell(`app ${entry.method} ${severity}: ${summary(args)}`);
    }
    return entry;
  }

  async findPaginated(): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
    return { logs: [], total: 0 };
  }

  async getEntriesFor(): Promise<ILoggerStorageEntry[]> {
    return [];
  }

  async removeEntriesFor(): Promise<void> {
    return undefined;
  }
}

function summary(args: unknown[]): string {
  const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

export class MemorySources extends AppSourceStorage {
  private readonly zips = new Map<string, Buffer>();

  async store(item: IAppStorageItem, zip: Buffer): Promise<string> {
    this.zips.set(item.id, zip);
    return `memory:${item.id}`;
  }

  async update(item: IAppStorageItem, zip: Buffer): Promise<string> {
    return this.store(item, zip);
  }

  async fetch(item: IAppStorageItem): Promise<Buffer> {
    const zip = this.zips.get(item.id);
    if (zip === undefined) throw new Error(`no package of app ${item.id}`);
    return zip;
  }

  async remove(item: IAppStorageItem): Promise<void> {
    this.zips.delete(item.id);
  }
}
