// The page that answers a challenge of Conditional Access. GET shows it and begins nothing, since mail and chat look at links
// beforehand; its button begins the sign-in in this very browser, and Entra sends the browser back.
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import {
  type AnsweredChallenge,
  beginChallenge,
  endChallenge,
} from "../../app/conversation/answer-challenge.ts";
import type { Services } from "../../app/ports/services.ts";
import { challengePage } from "../../presenters/conversation/challenge-page.ts";
import type { Background } from "../teams/background.ts";
import { type HttpRoute, type Reply, refusal } from "./http.ts";

/** Bound to this host, for HTTPS alone, out of reach of scripts; Entra's way back is a navigation, which Lax allows. */
const cookieName = "__Host-challenge";
const cookie = (value: string, seconds: number): string =>
  `${cookieName}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;

const tenMinutes = 600;

/** None, where operators have set no address of the page. */
export function challengeRoutes(
  services: Services,
  background: Pick<Background, "start">,
): readonly HttpRoute[] {
  const { challengePage: at } = services;
  if (at === null) return [];
  const page = (request: IncomingMessage, is: Parameters<typeof challengePage>[0], more = {}): Reply => ({
    status: is === "asks" || is === "answered" ? 200 : 400,
    ...{ type: "text/html; charset=utf-8", headers: { ...pageHeaders, ...more } },
    body: challengePage(is, (request.headers["accept-language"] ?? "").split(",")[0] ?? ""),
  });
  return [
    { method: "get", path: at.path, answer: async (request) => page(request, "asks") },
    {
      ...{ method: "post", path: at.path },
      answer: async (request) => {
        if (!isOwnForm(request, at.origin)) return refusal(403, "Forbidden.", "the form is another site's");
        const begun = await beginChallenge(services, parameter(request, "id") ?? "");
        if (begun === null) return page(request, "ended");
        const kept = cookie(`${begun.state}.${begun.verifier}`, tenMinutes);
        return { status: 303, headers: { ...pageHeaders, location: begun.goTo, "set-cookie": kept } };
      },
    },
    {
      ...{ method: "get", path: at.answerPath },
      answer: async (request) => {
        const { is, ...answered } = await answerOf(services, request);
        if ("goOn" in answered) background.start("challenge", answered.goOn);
        return page(request, is, { "set-cookie": cookie("", 0) });
      },
    },
  ];
}

async function answerOf(services: Services, request: IncomingMessage): Promise<AnsweredChallenge> {
  const [state = "", verifier = ""] = cookieOf(request).split(".");
  if (state === "" || !isSame(state, parameter(request, "state") ?? "")) return { is: "ended" };
  return endChallenge(services, { state, verifier, code: parameter(request, "code") });
}

/**
 * Nothing is loaded, and nobody frames it. Browsers hold `form-action` against each redirect that follows: behind Entra a
 * tenant may sign people in at a server of its own.
 */
const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' https:; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** Browsers say from where a form was sent; what says nothing is none. */
function isOwnForm({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  return headers.origin === origin && (site === undefined || site === "same-origin");
}

/** Given once, and of a length that ours have; anything else is none. */
function parameter({ url = "" }: IncomingMessage, name: string): string | null {
  const values = new URL(url, "http://here").searchParams.getAll(name);
  const [value = ""] = values;
  return values.length === 1 && value !== "" && value.length <= 4_096 ? value : null;
}

function cookieOf({ headers }: IncomingMessage): string {
  const all = (headers.cookie ?? "").split(";").map((each) => each.trim());
  const mine = all.filter((each) => each.startsWith(`${cookieName}=`));
  return mine.length === 1 ? (mine[0]?.slice(cookieName.length + 1) ?? "") : "";
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
