// Federated credentials of the app registration: no secret is made, typed or kept.
// https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import type { Made, StepName } from "../../core/install/made.ts";
import { botTrust, connectionTrust, type Trust } from "../../core/install/trust.ts";
import { differences } from "../../core/install/wanted.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { graphRead } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";

const trustShape = z.object({ issuer: z.string(), subject: z.string(), audiences: z.array(z.string()) });

export const connectionTrustStep = (requests: Requests, { authorityHost }: AzureEnvironment): Step =>
  trustStep(requests, "connectionTrust", "bot-service-token-store", ({ answers }) =>
    connectionTrust(authorityHost, answers),
  );

export const botTrustStep = (requests: Requests, { authorityHost }: AzureEnvironment): Step =>
  trustStep(requests, "botTrust", "managed-identity", ({ answers, identity }) =>
    identity ? botTrust(authorityHost, answers, identity.principalId) : null,
  );

/** `wanted`: null where what it trusts is not there yet. */
function trustStep(
  requests: Requests,
  name: StepName,
  called: string,
  wanted: (made: Made) => Trust | null,
): Step {
  const pathOf = ({ registration }: Made): string =>
    `/applications/${registration?.objectId}/federatedIdentityCredentials(name='${called}')`;
  return {
    name,
    needs: [{ graph: "Application.ReadWrite.All" }],
    makes: (made) => [`federatedIdentityCredential ${called}: ${wanted(made)?.subject ?? "<principalId>"}`],
    look: async (made) => {
      const trust = wanted(made);
      if (trust === null || made.registration === undefined) return { is: "missing" };
      const found = await graphRead(requests, pathOf(made), trustShape);
      if (found === null) return { is: "missing" };
      const how = differences(trust, found);
      return how.length === 0 ? { is: "there", made } : { is: "differs", how, made };
    },
    make: async (made) => {
      const body = wanted(made);
      if (body === null) throw new Error(`${name} comes before what it trusts.`);
      await requests.graph(nothing, { method: "PATCH", path: pathOf(made), createIfMissing: true, body });
      return made;
    },
    // It goes with the application.
    takeBack: async () => {},
    undo: ({ registration }) =>
      registration
        ? `az ad app federated-credential delete --id ${registration.appId} --federated-credential-id ${called}`
        : null,
  };
}
