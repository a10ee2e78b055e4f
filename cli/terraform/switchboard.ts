import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Where a provider listens, and the call that gives it back. */
export interface Line {
  readonly socket: string;
  readonly release: () => void;
}

/**
 * Listens at one socket and gives every connection a provider to itself. Terraform connects anew for
 * each configuration of a provider, and one that is up keeps the last it was given. Returns the call
 * that closes it.
 */
export async function openSwitchboard(socket: string, take: () => Promise<Line | undefined>): Promise<() => void> {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => undefined).on("close", () => clients.delete(client));
    connectThrough(client, take).catch(() => client.destroy());
  });
  server.listen(socket);
  await once(server, "listening");
  return () => {
    server.close();
    for (const client of clients) client.destroy();
  };
}

async function connectThrough(client: Socket, take: () => Promise<Line | undefined>): Promise<void> {
  await once(client, "readable");
  // Terraform knocks first, to see whether anybody is there.
  const line = client.readableLength === 0 ? undefined : await take();
  if (line === undefined) {
    client.destroy();
    return;
  }
  const provider = connect(line.socket);
  client.on("close", () => provider.destroy());
  provider
    .on("error", () => undefined)
    .on("close", () => {
      client.destroy();
      line.release();
    });
  if (client.destroyed) provider.destroy();
  client.pipe(provider).pipe(client);
}
