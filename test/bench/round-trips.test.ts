// How the bench reads levels out of the local Azure's log: a wrong count would move the bound of the wall time.
import { roundTrips } from "../../bench/support/round-trips.ts";
import type { RequestLogEntry } from "../../simulator/control/request-log.ts";

const read = (start: number, end: number, path = "/subscriptions/s/x"): RequestLogEntry => ({
  method: "GET",
  path,
  apiVersion: null,
  query: "",
  caller: null,
  audience: null,
  startedAt: new Date(start).toISOString(),
  endedAt: new Date(end).toISOString(),
  status: 200,
});
const together = (count: number, start: number, end: number) =>
  Array.from({ length: count }, () => read(start, end));

test.each<[string, readonly RequestLogEntry[], number[]]>([
  ["nothing", [], []],
  ["all at once", together(3, 0, 100), [3]],
  ["one after another", [read(0, 100), read(100, 200), read(201, 300)], [1, 1, 1]],
  ["begun a little later, before any answer", [read(0, 100), read(90, 190), read(101, 201)], [2, 1]],
  ["the thirteenth waits for its place", [...together(12, 0, 100), read(101, 201)], [12, 1]],
  ["in any order of the log", [read(100, 200), ...together(2, 0, 100)], [2, 1]],
  ["sign-in does not count", [read(0, 100, "/tenant/oauth2/v2.0/token"), read(100, 200)], [1]],
])("%s", (_case, log, expected) => {
  expect(roundTrips(log)).toEqual(expected);
});
