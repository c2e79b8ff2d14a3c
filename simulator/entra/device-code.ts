// Sign-in on another device: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
import { escapeHtml, page } from "../html.ts";
import type { Call, Reply } from "../http.ts";
import type { World } from "../world.ts";

/** Answers `POST /{tenant}/oauth2/v2.0/devicecode`. */
export function deviceCodeEndpoint(world: World): Reply {
  const { deviceCode, userCode } = world.deviceCodes.issue();
  const verification = `${world.url}/devicelogin`;
  return {
    status: 200,
    body: {
      ...{ device_code: deviceCode, user_code: userCode, verification_uri: verification },
      ...{ expires_in: 900, interval: 1 },
      message: `To sign in, use a web browser to open the page ${verification} and enter the code ${userCode} to authenticate.`,
    },
  };
}

/** `GET /devicelogin?user_code=…` lists the accounts; with a `login_hint` that one signs in. */
export function deviceLogin(world: World, call: Call): Reply {
  const code = call.query.get("user_code") ?? "";
  const person = world.directory.principal(call.query.get("login_hint") ?? "");
  if (person === undefined) {
    const links = world.directory.principals.map(
      ({ oid, displayName }) =>
        `<li><a href="?user_code=${escapeHtml(code)}&amp;login_hint=${oid}">${escapeHtml(displayName)}</a></li>`,
    );
    return { status: 200, body: page("Pick an account", `<ul>${links.join("")}</ul>`) };
  }
  return world.deviceCodes.confirm(code, person.oid)
    ? { status: 200, body: page("Signed in", "<p>You can close this page.</p>") }
    : { status: 400, body: page("Cannot sign in", "<p>That code did not work.</p>") };
}
