// The cause's fix: what it does and who may do it, and folded behind that the exact lines, and what shows the cause.
// Where no command mends it, what somebody has to do stands in its place.

import { crashLead } from "../../core/in-cluster/failing-pod.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, type Button } from "../card/button.ts";
import { isMended } from "../card/run-texts.ts";
import { briefly, resourceLabel } from "../card/scope.ts";
import { clip, label, linked, plain, shellCode, visible } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import { dotted } from "../messages/catalogue/style.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidCause, SaidDiagnosis } from "./localize-diagnosis.ts";

const PROOF_LINES = 4;

function proofOf({ rootCause, checks }: SaidDiagnosis): readonly string[] {
  const check = checks.find(({ id }) => id === rootCause?.check);
  const proof = check !== undefined && "evidence" in check ? (check.evidence ?? []) : [];
  return proof.slice(0, PROOF_LINES).map((line) => clip(visible(line), 200));
}

type WhoMayPart = Readonly<{ who: string; asks: readonly Button[] }>;

/** What somebody may do about it from here. */
type Offers = WhoMayPart & Readonly<{ requests: readonly Button[] }>;

const nothing: Offers = { who: "", asks: [], requests: [] };

/** As long as a phone shows. */
const TITLE = 16;

/** The whole name where it fits, else its first word: the sentence above it has the rest. */
function askTitle(name: string, { button }: Messages["fixAsk"]): string {
  const whole = label(button({ name }));
  if (whole.length <= TITLE) return whole;
  const [first = ""] = name.split(/[\s,]+/);
  return label(button({ name: first }), TITLE);
}

/** Somebody of this conversation, or a group: a sentence, and a button where they can be asked. */
function whoMayPart({ id, status }: Run, { fixAsk }: Messages): WhoMayPart {
  const whoMay = status.state === "succeeded" ? status.whoMay : undefined;
  if (whoMay === undefined) return nothing;
  const name = clip(whoMay.name, 80);
  if (whoMay.is === "group") return { who: fixAsk.groupMay({ name }), asks: [] };
  if (whoMay.askedAt !== undefined)
    return { who: fixAsk.wasAsked({ name, askedAt: whoMay.askedAt }), asks: [] };
  const ask = actionButton(askTitle(name, fixAsk), { verb: "fix.ask", run: id });
  return { who: fixAsk.may({ name }), asks: [ask] };
}

/** Requested, it is made by this product, in Azure or in the cluster: seen first, and agreed on. */
export function fixOffers(run: Run, messages: Messages): Offers {
  const { id, status } = run;
  if (isMended(run)) return nothing;
  const isOffered = "offersFix" in status && status.offersFix === true;
  const isChange = status.state === "succeeded" && status.offersChange === true;
  const { request, requestChange } = messages.fixRun;
  const requests = [
    ...(isOffered ? [actionButton(request, { verb: "fix.request", run: id })] : []),
    ...(isChange ? [actionButton(requestChange, { verb: "change.request", run: id })] : []),
  ];
  const { who, asks } = whoMayPart(run, messages);
  return { who: messages.sentences([who, missing(run, messages)]), asks, requests };
}

/** In place of a button that would lead nowhere: who is missing. */
export const missing = ({ status }: Run, { fixRun }: Messages): string =>
  status.state === "succeeded" && status.notOffered ? say(fixRun.notOffered, status.notOffered) : "";

/** The finding's id leads to its page, and where there is none, `Why` to the page that says why it is the rule. */
function causeLine(cause: SaidCause, messages: Messages): string {
  const { check, confidence, resourceId, page, source } = cause;
  const { diagnosis: texts } = messages;
  const id = page === undefined ? plain(check) : linked(check, page);
  const resource = resourceId === undefined ? "" : plain(resourceLabel(resourceId, messages));
  const more = page === undefined && source !== undefined ? linked(texts.why, source) : "";
  return dotted([plain(texts.confidence[confidence]), id, resource, more]);
}

/** The pod that crashes, where that is the cause. */
export const crashingIn = ({ rootCause, inside }: SaidDiagnosis) =>
  rootCause?.check === "k8s.crashloop" ? inside?.failing : undefined;

/** What the container said last, where it tells why it ended. */
export function saidLast(diagnosis: SaidDiagnosis): string | null {
  const failing = crashingIn(diagnosis);
  return failing !== undefined && crashLead(failing) === "said" ? failing.said : null;
}

/** What is left to people where no command mends the cause: of what crashes, by how it ended. "" of another release's check. */
export function remedyIn(diagnosis: SaidDiagnosis, messages: Messages): string {
  const { rootCause } = diagnosis;
  if (rootCause === null || rootCause.fix !== undefined) return "";
  const failing = crashingIn(diagnosis);
  return failing?.why === "CrashLoopBackOff"
    ? messages.remedyOfCrash[crashLead(failing)]
    : (messages.remedyOfFinding(rootCause.check) ?? "");
}

/** A whole card has one of each, so that the ids of what is folded are fixed. */
export function fixPart(diagnosis: SaidDiagnosis, messages: Messages, offers: Offers = nothing) {
  const { rootCause } = diagnosis;
  const { diagnosis: texts, buttons } = messages;
  if (rootCause === null) return { fix: [], remedy: "", tools: [], causeLine: "", proof: [], fixHead: "" };
  const { fix } = rootCause;
  return {
    fixHead: plain(fix === undefined ? texts.remedy : texts.fix),
    remedy: plain(remedyIn(diagnosis, messages)),
    fix:
      fix === undefined
        ? []
        : [
            {
              what: plain(fix.what),
              risk: plain(briefly(texts.risk(fix))),
              // Each escaped and cut by itself: a long list of roles must not take the name along.
              who: messages.sentences([plain(briefly(texts.who(fix))), plain(offers.who)]),
              asks: offers.asks,
              requests: offers.requests,
              ...shellCode(fix.commands),
            },
          ],
    tools: [
      ...(fix === undefined ? [] : [{ title: buttons.command, target: "fix" }]),
      { title: buttons.evidence, target: "proof" },
    ],
    causeLine: causeLine(rootCause, messages),
    proof: proofOf(diagnosis),
  };
}
