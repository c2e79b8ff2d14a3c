// The Bot Connector's published keys on this machine, and tokens that are signed with them, or with others.
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export const botAppId = "1b9f6c1e-2d0a-4c43-9c39-7a5c2d8e4f10";
export const issuer = "https://api.botframework.com";
export const serviceUrl = "https://smba.trafficmanager.net/emea/";

type Signing = Readonly<{ key?: "own" | "foreign"; kid?: string; alg?: string }>;

export type BotConnector = Readonly<{
  metadataUrl: string;
  /** What it is asked for, in order. */
  asked: string[];
  /** The header `Authorization`: good unless claims or signing say otherwise; `undefined` leaves a claim out. */
  bearer(claims?: Record<string, unknown>, signing?: Signing): Promise<string>;
  /** From now on it answers with this status. */
  answerWith(status: number): void;
  close(): Promise<void>;
}>;

export const secondsFromNow = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

export async function startBotConnector(): Promise<BotConnector> {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const published = { ...(await exportJWK(own.publicKey)), kid: "k1", use: "sig", endorsements: ["msteams"] };
  const asked: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const ofWebChat = { ...published, kid: "webchat", endorsements: ["webchat"] };
    const body =
      request.url === "/keys" ? { keys: [published, ofWebChat] } : { jwks_uri: `${origin()}/keys` };
    response.statusCode = status;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  };
  return {
    metadataUrl: `${origin()}/openidconfiguration`,
    asked,
    async bearer(claims = {}, { key = "own", kid = "k1", alg = "RS256" } = {}) {
      const { privateKey } = key === "own" ? own : foreign;
      const good = { iss: issuer, aud: botAppId, exp: secondsFromNow(3_600), serviceurl: serviceUrl };
      const token = new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg, kid });
      return `Bearer ${await token.sign(privateKey)}`;
    },
    answerWith(next) {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
