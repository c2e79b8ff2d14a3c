// The log of a flood: its first lines, then one that counts; and a flood at one door silences no other.
import { createRefusalLog } from "../../../src/doors/http/http.ts";

function start() {
  const lines: string[] = [];
  const timers: (() => void)[] = [];
  const write = (message: string, fields: Record<string, unknown>) =>
    void lines.push(`${message} ${JSON.stringify(fields)}`);
  const refused = createRefusalLog({ info: write, warn: write, error: write }, (_milliseconds, act) =>
    timers.push(act),
  );
  const flood = (count: number, path: string, status = 401) => {
    for (let n = 0; n < count; n += 1) refused({ path, status, reason: "no token", from: "10.0.0.1" });
  };
  return { lines, flood, minuteLater: () => timers.splice(0).forEach((act) => void act()) };
}

test("a line for each of a few, and none more", () => {
  const { lines, flood, minuteLater } = start();
  flood(10, "/a");
  minuteLater();
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('request refused {"path":"/a","status":401,"reason":"no token","from":"10.0.0.1"}');
});

test("a flood: ten lines, and the rest as a number, each minute anew", () => {
  const { lines, flood, minuteLater } = start();
  for (const count of [5_000, 20_000]) {
    flood(count, "/a");
    expect(lines).toHaveLength(10);
    minuteLater();
    expect(lines.splice(0).slice(10)).toEqual([
      `more requests refused {"path":"/a","status":401,"count":${count - 10}}`,
    ]);
  }
});

test("another path, and another status, are still heard", () => {
  const { lines, flood } = start();
  flood(5_000, "/a");
  flood(1, "/b");
  flood(1, "/a", 400);
  expect(lines).toHaveLength(12);
});
