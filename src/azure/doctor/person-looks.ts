// A person's sign-in by device code, and its exchanges as the bot makes them.
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
import type { PersonLooks } from "../../app/ports/doctor.ts";
import type { Reading } from "../../core/doctor/line.ts";
import type { ExchangeAnswer } from "../../core/doctor/running.ts";
import type { SignInFailure } from "../../core/requester.ts";
import type { AzureEnvironment } from "../entra/cloud.ts";
import { type ClientAuthentication, createRequesterCredentials } from "../entra/requester-credential.ts";
import { readTokenClaims } from "../entra/token-check.ts";
import { notRead } from "./read-json.ts";

/** The Azure CLI's own application: a public client, which asks for the bot's API as a person's client would. */
const publicClient = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

const apis = {
  arm: "Azure Service Management",
  kubernetes: "Azure Kubernetes Service AAD Server",
  graph: "Microsoft Graph",
} as const;

type Person = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  clientAuth: ClientAuthentication;
  /** Shows the person where to type which code. */
  tell: (message: string) => void;
}>;

export function personLooks({ tell, ...app }: Person): PersonLooks {
  const { environment, tenantId, clientId } = app;
  let assertion: string | null = null;
  const signIn = async (): Promise<Reading<true>> => {
    const { DeviceCodeCredential } = await import("@azure/identity");
    const { authorityHost, disableInstanceDiscovery } = environment;
    const credential = new DeviceCodeCredential({
      ...{ tenantId, clientId: publicClient, authorityHost, disableInstanceDiscovery },
      userPromptCallback: ({ message }) => tell(message),
    });
    try {
      assertion = (await credential.getToken(`api://botid-${clientId}/access_as_user`)).token;
      return { ok: true, value: true };
    } catch (error) {
      const code = /AADSTS\d+/.exec(String(error))?.[0] ?? String(error).split("\n")[0] ?? "";
      return notRead({ is: "strange", said: code });
    }
  };
  return { signIn, exchanges: async () => (assertion === null ? [] : exchangesOf(app, assertion)) };
}

async function exchangesOf(app: Omit<Person, "tell">, assertion: string) {
  const claims = readTokenClaims(assertion);
  const expected = { objectId: claims?.oid ?? "", tenantId: claims?.tid ?? "", displayName: "" };
  const made = createRequesterCredentials(app).fromAssertion({ assertion, expected });
  const one = async (resource: keyof typeof apis): Promise<ExchangeAnswer> => {
    if (!made.ok) return answerOf(made.failure);
    const token = await made.credential.exchange(resource);
    return token.ok ? { ok: true } : answerOf(token.failure);
  };
  return Promise.all(
    (["arm", "kubernetes", "graph"] as const).map(async (resource) => ({
      api: apis[resource],
      answer: await one(resource),
    })),
  );
}

const answerOf = ({ code, detail = "", why }: SignInFailure): ExchangeAnswer => ({
  ok: false,
  is: code === "consentMissing" ? "consent" : code === "conditionalAccess" ? "conditionalAccess" : "refused",
  code: detail === "" ? why : detail,
});
