// Starts the local Azure for a test file, trusts its certificate authority, and makes people's credentials.
import tls from "node:tls";
import { botAppId, botSecret, type Person, tenantId } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import type { CredentialResult, RequesterCredential } from "../../src/app/ports/azure.ts";
import { azureEnvironment } from "../../src/azure/entra/cloud.ts";
import { createRequesterCredentials } from "../../src/azure/entra/requester-credential.ts";

export type LocalAzure = Awaited<ReturnType<typeof startLocalAzure>>;

const trust = (caPem: string): void =>
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), caPem]);

export const startLocalAzure = async (scenario: ScenarioInput) => {
  const simulator: Simulator = await startSimulator({ scenario });
  trust(simulator.caPem);
  const environment = azureEnvironment({
    cloud: "custom",
    authorityHost: simulator.url,
    armEndpoint: simulator.url,
    armScope: "https://management.azure.com/.default",
    graphEndpoint: simulator.url,
  });
  const credentials = createRequesterCredentials({
    environment,
    tenantId,
    clientId: botAppId,
    clientAuth: { kind: "secret", secret: botSecret },
  });
  const credentialOf = async (person: Person): Promise<CredentialResult> =>
    credentials.fromAssertion({
      assertion: await simulator.tokenFor(person.oid, botAppId),
      expected: { objectId: person.oid, tenantId, displayName: person.displayName },
    });
  const signIn = async (person: Person): Promise<RequesterCredential> => {
    const result = await credentialOf(person);
    if (!result.ok) throw new Error(result.failure.why);
    return result.credential;
  };
  return {
    simulator,
    environment,
    credentials,
    credentialOf,
    signIn,
    options: { environment, version: "0.0.0" },
  };
};

/** Requests that ARM saw, without those to Entra and Graph. */
export const armRequests = (simulator: Simulator) =>
  simulator.requests().filter((request) => request.path.startsWith("/subscriptions"));

/** A token like Entra's with these claims, unsigned: our own reading of it does not depend on the signature. */
export const unsignedToken = (claims: Record<string, unknown>): string =>
  ["{}", JSON.stringify(claims), ""].map((part) => Buffer.from(part).toString("base64url")).join(".");
