/** Connections of Engine.IO, as the layer above sees them, whatever transport they came by. */

/** One connection; what it is told after its end is lost. */
export interface EngineSocket {
  /** @param packet - Type and data, or the data of a binary message. */
  send(packet: string | Buffer): Promise<void>;
  backlogBytes(): number;
  close(graceMs: number): Promise<void>;
  terminate(): void;
}

/** Who hears a connection. */
export interface EngineEar {
  packet(packet: string | Buffer): void;
  /** Comes once. */
  end(): void;
}
