// Where files lie that people send, for a moment: what each holds, by its name.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Begun by the first; it keeps no process alive. */
let base: Promise<string> | null = null;
const files = new Map<string, string>();

/** The message's attachment, as Teams writes it in a personal chat. */
export async function attachmentOf(name: string, text: string): Promise<Record<string, unknown>> {
  files.set(name, text);
  base ??= started();
  return {
    contentType: "application/vnd.microsoft.teams.file.download.info",
    name,
    content: { downloadUrl: `${await base}/${name}`, uniqueId: "1150D938", fileType: "yaml" },
  };
}

async function started(): Promise<string> {
  const server = createServer(({ url = "" }, response) => void response.end(files.get(url.slice(1)) ?? ""));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
