/** The bytes of uploaded files, while the workspace runs: the oldest go when there are too many. */
export class Uploads {
  private readonly files = new Map<string, { type: string; bytes: Buffer }>();
  private total = 0;

  constructor(private readonly maxBytes: number) {}

  keep(id: string, type: string, bytes: Buffer): void {
    this.files.set(id, { type, bytes });
    this.total += bytes.length;
    for (const [oldest, file] of this.files) {
      if (this.total <= this.maxBytes) return;
      this.files.delete(oldest);
      this.total -= file.bytes.length;
    }
  }

  get(id: string): { type: string; bytes: Buffer } | undefined {
    return this.files.get(id);
  }
}
