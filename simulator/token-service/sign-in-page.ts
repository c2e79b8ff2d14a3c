// The page behind a sign-in card: says whom it signs in as, and tells the bot as the Teams client would.
import { z } from "zod";
import { escapeHtml, page } from "../html.ts";
import type { Call, Reply } from "../http.ts";
import { parseJson } from "../json.ts";
import type { Principal } from "../scenario/schema.ts";
import type { World } from "../world.ts";
import { teamsUserId } from "./sign-ins.ts";

const account = z.looseObject({ id: z.string() });
/** The token service's `state`: base64 of JSON with the conversation that waits for the sign-in. */
const stateSchema = z.looseObject({
  conversation: z.looseObject({
    serviceUrl: z.string(),
    user: account,
    bot: account.optional(),
    conversation: account,
  }),
});
type SignInState = z.infer<typeof stateSchema>;

/** `GET /signin?state=…` shows the page, `POST /signin` (a form) signs in. */
export async function signInPage(world: World, call: Call): Promise<Reply> {
  const form = call.method === "POST" ? new URLSearchParams(call.body) : call.query;
  const text = form.get("state") ?? "";
  const state = stateSchema.safeParse(parseJson(Buffer.from(text, "base64").toString("utf8")));
  const person = state.success && personOf(world, state.data);
  if (!state.success || !person) {
    return {
      status: 400,
      body: page("Cannot sign in", "<p>This sign-in link is not valid. Ask the bot for a new one.</p>"),
    };
  }
  return call.method === "POST" ? complete(world, state.data, form) : ask(world, person, text);
}

function personOf(world: World, state: SignInState): Principal | undefined {
  return world.directory.principals.find((item) => teamsUserId(item.oid) === state.conversation.user.id);
}

function ask(world: World, person: Principal, state: string): Reply {
  const options = world.directory.principals
    .toSorted((a, b) => Number(b === person) - Number(a === person))
    .map((item) => `<option value="${item.oid}">${escapeHtml(item.displayName)}</option>`);
  const body = `
<p>Signs in to AKS On-Call as <strong>${escapeHtml(person.displayName)}</strong> (${escapeHtml(person.userPrincipalName)}).</p>
<form method="post" action="/signin">
  <input type="hidden" name="state" value="${escapeHtml(state)}">
  <p><button type="submit">Sign in</button></p>
  <details><summary>Another account</summary>
    <p class="note">To try what happens when somebody signs in with an account that is not theirs.</p>
    <select name="account" aria-label="Account">${options.join("")}</select>
  </details>
</form>`;
  return { status: 200, body: page("Sign in", body) };
}

async function complete(world: World, state: SignInState, form: URLSearchParams): Promise<Reply> {
  const { conversation } = state;
  const chosen = world.directory.principal(form.get("account") ?? conversation.user.id.replace(/^29:/, ""));
  if (chosen === undefined)
    return { status: 400, body: page("Cannot sign in", "<p>There is no such account.</p>") };
  const code = world.signIns.createCode(conversation.user.id, chosen.oid);
  const delivered = await world.deliver({
    type: "invoke",
    name: "signin/verifyState",
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl: conversation.serviceUrl,
    from: conversation.user,
    recipient: conversation.bot ?? { id: `28:${world.scenario.appId}` },
    conversation: conversation.conversation,
    value: { state: code },
  });
  if (delivered.status < 300)
    return { status: 200, body: page("Signed in", "<p>You can close this page.</p>") };
  const reason = `<p>The bot answered ${delivered.status}. Go back to the chat and ask again.</p>`;
  return { status: 502, body: page("The bot did not accept the sign-in", reason) };
}
