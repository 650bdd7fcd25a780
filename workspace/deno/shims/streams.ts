// In place of @std/streams: the runtime calls `toArrayBuffer` only.
export function toArrayBuffer(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  return new Response(stream).arrayBuffer();
}
