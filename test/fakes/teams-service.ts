// The Bot Connector of a service URL and the token service, on this machine: what a call is answered with stands in the
// call itself, and every call is kept.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export type Call = Readonly<{
  /** Method and decoded address. */
  line: string;
  authorization: string | undefined;
  body: unknown;
}>;

export type TeamsService = Readonly<{
  url: string;
  calls: Call[];
  /** The members of every conversation, page by page; what comes after them is never answered. */
  pages: object[];
  close(): Promise<void>;
}>;

/**
 * A conversation, a team, a person or the code of a sign-in is called by what the call is answered with: `404`, `429-7` with the
 * wait, `cut` off in the middle, `garbled` JSON, `silent` for ever.
 */
export async function startTeamsService(): Promise<TeamsService> {
  const calls: Call[] = [];
  const pages: object[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://teams");
    const body = await text(request);
    const said = {
      line: `${request.method} ${decodeURIComponent(request.url ?? "")}`,
      authorization: request.headers.authorization,
      body: body === "" ? null : JSON.parse(body),
    };
    calls.push(said);
    response.setHeader("content-type", "application/json");
    if (/\/pagedmembers$/i.test(pathname)) {
      const page = pages.shift();
      return page && response.end(JSON.stringify(page));
    }
    const [, conversation] = /conversations\/([^/]+)\//.exec(pathname) ?? [];
    const [, prefix] = /^\/([\w-]+)\/v3\/conversations$/.exec(pathname) ?? [];
    const user = searchParams.get("code") || searchParams.get("userId")?.replace("29:", "");
    const [, team] = /^\/v3\/teams\/([^/]+)/.exec(decodeURIComponent(pathname)) ?? [];
    const [wanted = "", wait] = (conversation ?? prefix ?? team ?? user ?? "200").split("-");
    if (wanted === "silent") return;
    if (wanted === "cut") return request.socket.destroy();
    if (wait !== undefined) response.setHeader("retry-after", wait);
    response.statusCode = Number(wanted) || (team === undefined ? 201 : 200);
    if (wanted === "garbled") return response.end('{"id":');
    return response.end(JSON.stringify(response.statusCode < 300 ? answerTo(pathname, wanted) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(pathname: string, wanted: string): object {
  if (pathname.startsWith("/api/usertoken/")) return { connectionName: "sso", token: "signed-in" };
  if (pathname.startsWith("/api/botsignin/"))
    return { signInLink: "https://sign.in/here", tokenExchangeResource: { id: "r1" } };
  if (pathname.startsWith("/v3/teams/"))
    return pathname.endsWith("/conversations")
      ? { conversations: [{ id: "19:all@thread.tacv2" }, { id: "19:ops@thread.tacv2", name: "Operations" }] }
      : { id: "19:all@thread.tacv2", name: "Platform", aadGroupId: "g" };
  return wanted === "201" ? { id: "m1" } : {};
}
