// A connection that breaks without an answer: what may be sent twice is sent again.
import { createServer, type Server } from "node:http";
import { azureEnvironment } from "../../../src/azure/entra/cloud.ts";
import { createRequests, nothing, type Sent } from "../../../src/azure/install/requests.ts";

let server: Server;
let breaks = 0;
let seen = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    seen += 1;
    if (seen <= breaks) request.socket.destroy();
    else response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

const requests = () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return createRequests({
    environment: { ...azureEnvironment({ cloud: "public" }), armEndpoint: `http://127.0.0.1:${port}` },
    as: { exchange: async () => ({ ok: true, token: "of a person", expiresOn: Date.now() + 60_000 }) },
    wait: async () => {},
  });
};

test.each<[Sent["method"], number, "answered" | "silent", number]>([
  ["GET", 2, "answered", 3],
  ["PUT", 2, "answered", 3],
  ["GET", 9, "silent", 3],
  ["POST", 1, "silent", 1],
])("%s, broken %d times: %s, sent %d times", async (method, broken, end, times) => {
  [breaks, seen] = [broken, 0];
  const answer = await requests()
    .arm(nothing, { method, path: "/subscriptions" })
    .then(
      () => "answered",
      ({ why }) => why.is,
    );
  expect([answer, seen]).toEqual([end, times]);
});
