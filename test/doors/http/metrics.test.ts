// Who is let in to the numbers, and how often the database is asked for them.
import type { IncomingMessage } from "node:http";
import type { Numbers } from "../../../src/core/incident/numbers.ts";
import { metricsRoutes } from "../../../src/doors/http/metrics.ts";
import { serve } from "../../../src/doors/http/restify/serve.ts";

const [old, fresh] = ["the-old-one-of-twenty", "the-new-one-of-twenty"];
const numbers: Numbers = {
  ...{ incidents: [], open: [], rules: [], messages: [], alerts: [{ source: "grafana", count: 7 }] },
  waiting: { message: 0, alert: 0, request: 0 },
};

function door(count: () => Promise<Numbers> = async () => numbers) {
  const clock = { now: 0 };
  const asked = { times: 0 };
  const counting = () => {
    asked.times += 1;
    return count();
  };
  const [route] = metricsRoutes([old, fresh], counting, () => clock.now);
  if (!route) throw new Error("no route");
  const get = (authorization?: string) =>
    route.answer({ headers: { authorization } } as unknown as IncomingMessage);
  return { get, asked, clock };
}

test("without a token there is no such address", () => {
  expect(metricsRoutes(null, async () => numbers)).toEqual([]);
});

test.each([old, fresh])("whoever has one of the tokens reads them", async (token) => {
  expect(await door().get(`Bearer ${token}`)).toMatchObject({
    status: 200,
    body: expect.stringContaining('aks_oncall_alerts{source="grafana"} 7\n'),
  });
});

test.each([undefined, "", "Bearer", "Bearer wrong", `Bearer ${old}x`, old])(
  "with %j nobody is let in, and nothing is counted",
  async (authorization) => {
    const { get, asked } = door();
    expect(await get(authorization)).toMatchObject({ status: 401, body: { error: "Unauthorized." } });
    expect(asked.times).toBe(0);
  },
);

test("they are counted once in 15 seconds, however many ask", async () => {
  const { get, asked, clock } = door();
  await Promise.all([get(`Bearer ${old}`), get(`Bearer ${fresh}`)]);
  clock.now = 14_999;
  await get(`Bearer ${old}`);
  expect(asked.times).toBe(1);
  clock.now = 15_000;
  await get(`Bearer ${old}`);
  expect(asked.times).toBe(2);
});

test("where the database fails the next one asks again", async () => {
  let isDown = true;
  const { get } = door(async () => {
    if (isDown) throw new Error("down");
    return numbers;
  });
  await expect(get(`Bearer ${old}`)).rejects.toThrow("down");
  isDown = false;
  expect(await get(`Bearer ${old}`)).toMatchObject({ status: 200 });
});

test("they go out as text, in the type of the format", async () => {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const server = serve(
    metricsRoutes([old], async () => numbers),
    quiet,
  );
  await server.listen(0, "127.0.0.1");
  const address = `http://127.0.0.1:${server.port()}/metrics`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${old}` } });
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect((await response.text()).startsWith("# HELP aks_oncall_incidents_opened ")).toBe(true);
  await server.stop();
});
