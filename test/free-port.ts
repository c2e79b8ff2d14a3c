import { once } from "node:events";
import { createServer } from "node:net";

// Below what Linux gives to outgoing connections: a port of those may be taken before the process listens on it, or
// while it is restarted.
const first = 20_000;
const count = 12_000;

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    const server = createServer();
    try {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    } catch {
      // Taken.
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}
