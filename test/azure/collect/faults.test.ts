// Azure slow, throttled, broken or not Azure at all: each section says so on its own.
import type { Fault } from "../../../simulator/simulator.ts";
import { diagnose } from "../../diagnosed.ts";
import { unreadInWords } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";
import { collect, statuses } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
  // The first requests of a process are slow; the tests below are about time.
  await collect(azure);
});
afterAll(() => azure.simulator.close());

describe("when Azure is not well", () => {
  const withFault = (fault: Fault, budgetMs = 20_000) => collect(azure, {}, { faults: [fault], budgetMs });

  test("throttled once, it waits as told and goes on", async () => {
    const snapshot = await withFault({
      match: { path: "/managedClusters/prod-1\\?" },
      status: 429,
      headers: { "retry-after": "1" },
      body: {},
      times: 1,
    });
    expect(snapshot.managedCluster.status).toBe("collected");
    expect(snapshot.arm.ms).toBeGreaterThanOrEqual(1_000);
    expect(snapshot.arm.requests).toBe(armRequests(azure.simulator).length);
  });

  test.each([
    ["more often than an SDK asks again", 429, { "retry-after": "1" }, 5],
    ["without being told for how long", 429, {}, 1],
    ["by a service that is busy", 503, { "retry-after": "1" }, 1],
  ])("throttled %s, it waits and goes on", async (_case, status, headers, times) => {
    const snapshot = await withFault({
      match: { path: "/privateEndpoints\\?" },
      status,
      headers,
      body: {},
      times,
    });
    expect(snapshot.privateEndpoint.status).toBe("collected");
  });

  test("throttled until time is up: the verdict is unknown for that alone, and says when to ask again", async () => {
    const fault = {
      match: { path: "/managedClusters/prod-1\\?" },
      status: 429,
      headers: { "retry-after": "60" },
    };
    const diagnosis = diagnose(await withFault({ ...fault, body: {} }, 10_000));
    expect(diagnosis.verdict).toBe("unknown");
    expect(diagnosis.summary).toMatch(
      /^Azure is throttling your requests, so \d+ checks of prod-1 could not be assessed in time: ask again in 60 s\.$/,
    );
  });

  test("throttled for longer than the budget, it says so at once", async () => {
    const snapshot = await withFault(
      { match: { path: "/privateEndpoints\\?" }, status: 429, headers: { "retry-after": "60" }, body: {} },
      55_000,
    );
    expect(unreadInWords(snapshot.privateEndpoint)).toMatchObject({
      reason: "throttled",
      message: expect.stringContaining("for 60 s"),
    });
    expect(snapshot.arm.ms).toBeLessThan(50_000);
  });

  test.each([
    ["an HTML page", { status: 502, body: "<html>bad gateway</html>" }],
    ["an empty answer", { status: 200 }],
    ["a page that says 200", { status: 200, body: "<html>captive portal</html>" }],
    ["the flat shape of AKS", { status: 400, body: { code: "BadRequest", message: "flat" } }],
  ])("%s is a failure, not a crash", async (_case, fault) => {
    const snapshot = await withFault(
      { match: { path: "/privateEndpointConnections|/availabilityStatuses" }, ...fault },
      5_000,
    );
    expect(statuses(snapshot)).toMatchObject({
      privateEndpointConnections: "failed",
      resourceHealth: "failed",
      clusterNetwork: "collected",
    });
  });

  test.each([
    ["an Azure Policy", 403, "RequestDisallowedByPolicy", "disallowed by policy", "denied"],
    ["a conflict", 409, "Conflict", "Another operation holds it", "failed"],
    ["a precondition", 412, "PreconditionFailed", "Etag mismatch", "failed"],
  ])(
    "%s: of a list and of one resource, Azure's words are kept",
    async (_case, status, code, message, reason) => {
      const body = { error: { code, message } };
      const match = {
        path: "/privateEndpoints\\?|/managedClusters/prod-1/providers/Microsoft.ResourceHealth",
      };
      const snapshot = await withFault({ match, status, body });
      for (const section of [snapshot.privateEndpoint, snapshot.resourceHealth])
        expect(unreadInWords(section)).toMatchObject({
          reason,
          needs: [],
          message: expect.stringContaining(message),
        });
    },
  );

  test("a page in place of the cluster is no cluster", async () => {
    const snapshot = await withFault({
      match: { path: "/managedClusters/prod-1\\?" },
      status: 200,
      body: "<html>captive portal</html>",
    });
    expect(unreadInWords(snapshot.managedCluster)).toMatchObject({
      reason: "failed",
      message: expect.stringContaining("UnexpectedAnswer"),
    });
  });

  test("a link to another host is not followed with the person's token", async () => {
    const snapshot = await withFault({
      match: { path: "/privateEndpoints\\?" },
      status: 200,
      body: { value: [], nextLink: "https://elsewhere.example/steal" },
    });
    expect(unreadInWords(snapshot.privateEndpoint)).toMatchObject({
      reason: "failed",
      message: expect.stringContaining("ForeignLink"),
    });
  });

  test("a sign-in that Entra refuses is said in every section, in Entra's terms", async () => {
    const snapshot = await withFault({
      match: { path: "/oauth2/v2.0/token" },
      status: 400,
      body: {
        error: "interaction_required",
        error_description: "AADSTS53003: blocked",
        error_codes: [53003],
      },
    });
    expect(unreadInWords(snapshot.managedCluster)).toMatchObject({
      reason: "denied",
      message: expect.stringContaining("Conditional Access"),
    });
    expect(snapshot.arm).toMatchObject({ requests: 0, levels: 0 });
  });

  test("a token that ARM no longer takes: sign in again", async () => {
    const body = { error: { code: "ExpiredAuthenticationToken", message: "The access token has expired." } };
    const snapshot = await withFault({ match: { path: "/privateEndpoints\\?" }, status: 401, body });
    expect(unreadInWords(snapshot.privateEndpoint)).toMatchObject({
      reason: "denied",
      needs: [],
      message: expect.stringContaining("sign in again"),
    });
  });

  test("a hub in another tenant is not visible, and all else is read", async () => {
    const body = { error: { code: "InvalidAuthenticationTokenTenant", message: "The wrong issuer." } };
    const snapshot = await withFault({ match: { path: "/resourceGroups/rg-hub/" }, status: 401, body });
    expect(snapshot.peerNetworks).toMatchObject({ data: [{ network: { reason: "notVisible", needs: [] } }] });
    expect(statuses(snapshot)).toMatchObject({ clusterNetwork: "collected", privateDnsZone: "collected" });
    expect(diagnose(snapshot).rootCause).toBeNull();
  });

  test("a challenge of ARM is answered with a new exchange, once", async () => {
    const claims = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1"}}}').toString("base64");
    const snapshot = await withFault({
      match: { path: "/managedClusters/prod-1\\?" },
      status: 401,
      headers: {
        "www-authenticate": `Bearer realm="", error="insufficient_claims", claims="${claims}"`,
      },
      times: 1,
    });
    expect(snapshot.managedCluster.status).toBe("collected");
    expect(azure.simulator.requests().filter((request) => request.path.endsWith("/token"))).toHaveLength(2);
  });

  // Last, since the local Azure answers the late requests only after this test.
  test("what takes longer than the budget is timed out; the rest is there", async () => {
    const snapshot = await withFault(
      { match: { path: "/routeTables|/networkInterfaces" }, delay: 1_900 },
      1_500,
    );
    expect(statuses(snapshot)).toMatchObject({
      managedCluster: "collected",
      privateEndpointNic: "timedOut",
      privateDnsZone: "collected",
    });
  });
});
