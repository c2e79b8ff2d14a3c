// Entra's authorization endpoint: choose an account, get a code. With a login_hint it asks nothing.
import { escapeHtml, page } from "../html.ts";
import type { Call, Reply } from "../http.ts";
import type { World } from "../world.ts";

/** Answers `GET /{tenant}/oauth2/v2.0/authorize`. Only loopback redirects: nothing here leaves the machine. */
export function authorizeEndpoint(world: World, call: Call): Reply {
  const redirect = URL.parse(call.query.get("redirect_uri") ?? "");
  if (redirect === null || !["localhost", "127.0.0.1"].includes(redirect.hostname)) {
    return {
      status: 400,
      body: page("Cannot sign in", "<p>The redirect address must be on this machine.</p>"),
    };
  }
  const hint = call.query.get("login_hint")?.toLowerCase();
  const person = world.directory.principals.find(
    (item) => item.oid === hint || item.userPrincipalName.toLowerCase() === hint,
  );
  if (person === undefined) return chooseAccount(world, call);
  const code = world.authorizationCodes.issue({
    oid: person.oid,
    challenge: call.query.get("code_challenge"),
    redirect: call.query.get("redirect_uri") ?? "",
    claims: call.query.get("claims"),
  });
  redirect.searchParams.set("code", code);
  const state = call.query.get("state");
  if (state !== null) redirect.searchParams.set("state", state);
  return { status: 302, headers: { location: redirect.href } };
}

function chooseAccount(world: World, call: Call): Reply {
  const links = world.directory.principals.map((item) => {
    const query = new URLSearchParams(call.query);
    query.set("login_hint", item.oid);
    return `<li><a href="?${escapeHtml(query.toString())}">${escapeHtml(item.displayName)}</a></li>`;
  });
  return { status: 200, body: page("Pick an account", `<ul>${links.join("")}</ul>`) };
}
