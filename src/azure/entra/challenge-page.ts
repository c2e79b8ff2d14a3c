// The authorization code flow with PKCE that answers a challenge of Conditional Access: Entra asks the person for what the
// claims say, and gives a sign-in for the bot that shows it.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
// https://learn.microsoft.com/entra/identity-platform/claims-challenge
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ConfidentialClientApplication, NodeAuthOptions } from "@azure/msal-node";
import type { ChallengePage } from "../../app/ports/azure.ts";
import type { AzureEnvironment } from "./cloud.ts";
import type { ClientAuthentication } from "./requester-credential.ts";

const path = "/signin/challenge";
/** Behind `PUBLIC_URL`: the redirect URI that the app registration needs. */
export const challengeAnswerPath = `${path}/answer`;

type Options = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  clientAuth: ClientAuthentication;
  /** Where people reach the product, without a slash at its end. */
  publicUrl: string;
}>;

export function createChallengePage(options: Options): ChallengePage {
  const { environment, tenantId, clientId, publicUrl } = options;
  const redirectUri = `${publicUrl}${challengeAnswerPath}`;
  const scope = `api://botid-${clientId}/access_as_user`;
  return {
    ...{ origin: publicUrl, path, answerPath: challengeAnswerPath },
    url: (id) => `${publicUrl}${path}?id=${encodeURIComponent(id)}`,
    authorizeUrl({ state, codeChallenge, claims }) {
      const url = new URL(`${environment.authorityHost}/${tenantId}/oauth2/v2.0/authorize`);
      const asked = {
        ...{ client_id: clientId, response_type: "code", response_mode: "query", redirect_uri: redirectUri },
        ...{ scope, state, claims, code_challenge: codeChallenge, code_challenge_method: "S256" },
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },
    async redeem(code, verifier) {
      try {
        const asked = { code, codeVerifier: verifier, redirectUri, scopes: [scope] };
        // A client of its own each time: it would keep what Entra gives, such as the right to new tokens, for everybody.
        const result = await (await clientOf(options)).acquireTokenByCode(asked);
        return result?.accessToken || null;
      } catch {
        return null;
      }
    },
  };
}

/** Read here and not at the start. */
async function clientOf(options: Options): Promise<ConfidentialClientApplication> {
  const { ConfidentialClientApplication } = await import("@azure/msal-node");
  const { environment, tenantId, clientId } = options;
  const authority = `${environment.authorityHost}/${tenantId}`;
  return new ConfidentialClientApplication({
    auth: {
      ...{ clientId, authority, knownAuthorities: [new URL(authority).host] },
      ...(await secretOf(options.clientAuth)),
    },
  });
}

async function secretOf(auth: ClientAuthentication): Promise<Partial<NodeAuthOptions>> {
  switch (auth.kind) {
    case "secret":
      return { clientSecret: auth.secret };
    case "certificate": {
      const pem = await readFile(auth.path, "utf8");
      const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(":", "");
      return { clientCertificate: { thumbprintSha256, privateKey: pem } };
    }
    case "federated":
      return { clientAssertion: auth.getAssertion };
  }
}
