// Who is let in to the metrics.
import type { IncomingMessage } from "node:http";
import { metricsRoute } from "../../../src/doors/http/metrics.ts";

const [old, fresh] = ["the-old-one-of-twenty", "the-new-one-of-twenty"];

function door(tokens: readonly string[] | null) {
  const asked = { times: 0 };
  const { answer } = metricsRoute(tokens, async () => {
    asked.times += 1;
    return "aks_oncall_alerts 7\n";
  });
  const get = (authorization?: string) =>
    answer({ headers: { authorization } } as unknown as IncomingMessage);
  return { get, asked };
}

test.each([old, fresh])("whoever has one of the tokens reads them", async (token) => {
  expect(await door([old, fresh]).get(`Bearer ${token}`)).toEqual({
    status: 200,
    body: "aks_oncall_alerts 7\n",
    type: "text/plain; version=0.0.4; charset=utf-8",
  });
});

test("without a token whoever reaches the port reads them", async () => {
  expect(await door(null).get()).toMatchObject({ status: 200 });
});

test.each([undefined, "", "Bearer", "Bearer wrong", `Bearer ${old}x`, old])(
  "with %j nobody is let in, and nothing is counted",
  async (authorization) => {
    const { get, asked } = door([old, fresh]);
    expect(await get(authorization)).toMatchObject({ status: 401, body: { error: "Unauthorized." } });
    expect(asked.times).toBe(0);
  },
);
