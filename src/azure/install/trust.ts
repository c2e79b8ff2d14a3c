// Federated credentials of the app registration: no secret is made, typed or kept.
// https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { isOwnHost } from "../../core/install/answers.ts";
import type { Made, StepName } from "../../core/install/made.ts";
import { botTrust, connectionTrust, hostTrust, type Trust } from "../../core/install/trust.ts";
import { differences } from "../../core/install/wanted.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { graphRead } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";

const trustShape = z.object({ issuer: z.string(), subject: z.string(), audiences: z.array(z.string()) });

const tokenStore = "bot-service-token-store";

export const connectionTrustStep = (requests: Requests, { authorityHost }: AzureEnvironment): Step =>
  trustStep(requests, "connectionTrust", tokenStore, ({ answers }) =>
    connectionTrust(authorityHost, answers),
  );

/** Of the managed identity that `install` makes, or of the host that somebody else looks after. */
export const botTrustStep = (requests: Requests, { authorityHost }: AzureEnvironment): Step => ({
  ...trustStep(requests, "botTrust", "host", ({ answers, identity }) => {
    if (isOwnHost(answers)) return hostTrust(answers);
    return identity ? botTrust(authorityHost, answers, identity.principalId) : null;
  }),
  isFor: (answers) => !isOwnHost(answers) || answers.issuer !== undefined,
});

const credentialsShape = z.object({
  keyCredentials: z.array(z.unknown()).default([]),
  passwordCredentials: z.array(z.unknown()).default([]),
});
const trustsShape = z.object({ value: z.array(z.object({ name: z.string() })) });

/** On a host of one's own that has no issuer the bot needs a credential which somebody else gives it. */
export const credentialStep = (requests: Requests): Step => ({
  name: "credential",
  needs: [{ graph: "Application.Read.All" }],
  isFor: (answers) => isOwnHost(answers) && answers.issuer === undefined,
  byMarksAlone: true,
  makes: () => [],
  look: async (made) => {
    const { registration } = made;
    if (registration === undefined) return { is: "there", made };
    const path = `/applications/${registration.objectId}`;
    const own = await graphRead(
      requests,
      `${path}?$select=keyCredentials,passwordCredentials`,
      credentialsShape,
    );
    const trusts = await graphRead(requests, `${path}/federatedIdentityCredentials`, trustsShape);
    const others = (trusts?.value ?? []).filter(({ name }) => name !== tokenStore);
    if (others.length + (own?.keyCredentials.length ?? 0) + (own?.passwordCredentials.length ?? 0) > 0)
      return { is: "there", made };
    return {
      is: "there",
      made: { ...made, open: [...made.open, { is: "credential", appId: registration.appId }] },
    };
  },
  make: async (made) => made,
  undo: () => null,
});

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
    goesWith: "registration",
    undo: ({ registration }) =>
      registration
        ? `az ad app federated-credential delete --id ${registration.appId} --federated-credential-id ${called}`
        : null,
  };
}
