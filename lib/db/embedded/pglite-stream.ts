import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

const TERMINATE = 0x58;
const ROLLBACK = queryMessage("ROLLBACK");

/**
 * A connection of the `pg` driver to a PGlite of the same process: PostgreSQL's wire protocol, no socket.
 *
 * PGlite has one session for all its connections, which end often (pg drops a client after each failed
 * query). A server ends the transaction of a connection that goes away; here this stream must.
 */
export class PGliteStream extends Duplex {
  private left: Promise<void> | undefined;

  constructor(private readonly database: PGlite) {
    super({ allowHalfOpen: false });
  }

  // What pg's client uses of net.Socket.
  connect(): this {
    this.database.waitReady.then(
      () => this.emit("connect"),
      (error: unknown) => this.destroy(asError(error)),
    );
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as PGlite writes them.
  }

  override _write(chunk: Buffer, _encoding: string, callback: (error?: Error | null) => void): void {
    this.send(chunk, callback);
  }

  override _writev(chunks: { chunk: Buffer }[], callback: (error?: Error | null) => void): void {
    this.send(Buffer.concat(chunks.map(({ chunk }) => chunk)), callback);
  }

  override _final(callback: (error?: Error | null) => void): void {
    this.push(null);
    callback();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.leave().then(
      () => callback(error),
      () => callback(error), // PGlite is closed: nothing is left to roll back.
    );
  }

  /**
   * Ends the transaction that this connection leaves open. Once, and as soon as it goes: queued behind its
   * last message and before the first of the next connection, whose transaction it would otherwise end.
   */
  private leave(): Promise<void> {
    this.left ??= this.database.runExclusive(async () => {
      if (this.database.isInTransaction()) await this.database.execProtocolRaw(ROLLBACK);
    });
    return this.left;
  }

  private send(message: Buffer, callback: (error?: Error | null) => void): void {
    if (message[0] === TERMINATE) {
      this.leave().then(
        () => callback(),
        () => callback(),
      );
      return;
    }
    const answer = (data: Uint8Array) => {
      // PGlite writes over this memory at the next message.
      if (!this.destroyed) this.push(Buffer.from(data));
    };
    this.database
      .runExclusive(() => this.database.execProtocolRawStream(new Uint8Array(message), { onRawData: answer }))
      .then(
        () => callback(),
        (error: unknown) => callback(asError(error)),
      );
  }
}

function queryMessage(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`, "utf8");
  const message = Buffer.alloc(5 + text.length);
  message.write("Q", 0, "latin1");
  message.writeInt32BE(4 + text.length, 1);
  text.copy(message, 5);
  return new Uint8Array(message);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
