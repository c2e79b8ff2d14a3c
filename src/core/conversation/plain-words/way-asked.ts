// Ways in and the addresses that are let in: which of the access, the authorized ranges and a diagnosis is asked for.

import { isChange } from "../ability/abilities.ts";
import type { Ability } from "../examples.ts";
import type { Intent, IntentOf } from "../intent.ts";
import { seenFrom } from "../parse-error.ts";
import { addressesOf, askedOf, isNotLetIn } from "./addresses.ts";
import { setOf } from "./languages/known-words.ts";
import { saysAbout } from "./languages/languages.ts";
import { isAddress, isRange, typesIn } from "./match.ts";
import { causeAsked, factAsked } from "./question-asked.ts";
import { lookFor } from "./read-command.ts";
import { isError, isQuestion, type Rest } from "./talk.ts";

/** `whitelist 20.50.9.9 on prod-1`: the diagnosis from there proves whether it is shut out, and offers the fix. None takes one away. */
export function letInAsked(rest: Rest): IntentOf<"diagnose"> | null {
  const entry = entryAsked(rest);
  if (entry !== null) return entry;
  const [only, ...others] = addressesOf(rest.line);
  if (only === undefined || others.length > 0 || !isAddress(only)) return null;
  if (!letsIn.test(rest.text) || isAboutIt.test(rest.text)) return null;
  return { kind: "diagnose", cluster: rest.cluster, client: { ip: only }, asksOf: only };
}

/** `is 20.50.9.9 fine for edge-1, it's our new egress`: whatever else is said of the address, it is asked about. */
export function checkAsked({ line, marked, language, cluster, place, text, asks }: Rest): Intent | null {
  const asksOf = askedOf(line, language);
  const isSaid = saysAbout("letIn", text) || (asks && ofRanges.test(text));
  const isAsked = isSaid && !saysAbout("putsIn", text) && !why.test(text);
  const isFailing = fails.test(text) || (place.client.ip !== undefined && saysAbout("failing", text));
  if (asksOf === null || cluster === null || !isAsked || isFailing) return null;
  // What is said of it behind it, or right before, is whose way out it is.
  const at = marked.findIndex(({ word }) => isAddress(word) || isRange(word));
  const asked = marked.filter(({ word }, index) => index < at - 1 || !waysOut.test(word));
  if (isNotLetIn(asked, language) || typesIn(line, language).length > 0) return null;
  return { kind: "access", cluster, client: seenFrom(asksOf), asksOf };
}

const waysOut = /^(?:egress|outbound|outgoing|nat|ausgang|ausgehend\w*)$|出口/;

const isWhose = ({ line, text }: Rest): boolean =>
  addressesOf(line).length > 0 && saysAbout("whoseRange", text);
/** An entry of them, where its address is named. */
const ofEntry =
  /\bentr(?:y|ies)\b|eintr(?:a|ä)g|\blist(?:e)?\b|条目|这条|那条|名单|网段|加.{0,2}白|whitelist|\bopen(?:ed)?\b/i;

/** Of the ranges, or of one of them: who let it in, or that it is to go. */
export function entryAsked(rest: Rest): IntentOf<"diagnose"> | null {
  const { text, line, language } = rest;
  const isOfAddress = addressesOf(line).length > 0;
  const isOfRanges = ofRanges.test(text) || (isOfAddress && ofEntry.test(text));
  if ((isOfRanges || isOfAddress) && whoLetIn.test(text)) return changesOfRanges(rest);
  if (isOfRanges && !isOfAddress && saysAbout("changed", text)) return changesOfRanges(rest);
  if (isOfRanges && isWhose(rest)) return changesOfRanges(rest);
  const isToGo = isOfAddress && !isQuestion(text) && typesIn(line, language).length === 0;
  const isGone = isOfRanges && (takesOut.test(text) || saysAbout("takenOut", text));
  return isGone || (isToGo && saysAbout("revoked", text)) ? factAsked("ranges", rest) : null;
}

/** `who added 20.50.9.9 to the allow list`: what changed, and who did it. */
const changesOfRanges = (rest: Rest): IntentOf<"diagnose"> => ({
  ...{ kind: "diagnose", cluster: rest.cluster, client: {} },
  question: "whoChanged",
});
const whoLetIn =
  /^\W*(?:who|wer)\b.{0,12}\b(?:added|put|opened|allowed|changed|removed|let|hat)\b|(?:谁|有人).{0,26}(?:加|放|开|改|删|撤|弄)/i;

/** `is 20.50.9.9 allowed on edge-1`; `make 20.50.9.9 allowed`: what shuts it out, with the fix. */
export function ofAddress(rest: Rest): Intent | null {
  const [only, ...others] = addressesOf(rest.line);
  if (only === undefined || others.length > 0 || !isAddress(only)) return null;
  if (shutsOut.test(rest.text)) return { kind: "told", topic: "azure" };
  if (takesOut.test(rest.text)) return null;
  return rest.asks || isAboutIt.test(rest.text)
    ? accessAsked(rest)
    : { kind: "diagnose", cluster: rest.cluster, client: { ip: only }, asksOf: only };
}
const ofRanges =
  /white-?list|allow(?:ed)?[- ]?list|\branges?\b|allowed ips?|freigab|freigegeben|erlaubte|bereich|authori[sz]ed|白名单|白名單|授权|授權|允许|允許|放行/i;
/** `how do I get my new IP into the authorized ranges` */
const putsIn =
  /\b(?:add|put|get (?:it|my|me)|set|update|change|ändern|anpassen|aktualisieren|eintragen|trag\w*|aufnehmen|hinzuf\w*|komm\w* .{0,20}\bauf\b)\b|加|放进|放進|更新|改成|要改/i;
/** `which networks are authorized`, and not whether one's own is. */
const isOfList = (text: string): boolean =>
  putsIn.test(text) ||
  ((lists.test(text) || namesList.test(text)) && !/\b(?:my|mein\w*|i|ich)\b|我/i.test(text));
/** `authorized ranges?` */
const namesList =
  /^\W*(?:(?:the|die|api(?:[- ]?server)?|current|aktuelle) )*(?:authori[sz]ed|allowed|erlaubte) (?:ip )?(?:ranges?|ips?|bereiche?|netze)\b|(?:白名单|授权(?:ip|网段|范围))\W*$/i;
const lists = /\b(?:which|what|who|list|show|welche\w*|was|wer|zeig\w*)\b|哪|什么|什麼|谁|誰|列|有啥/i;
/** Of which address, only its writer can say. */
const isOfOwn =
  /\b(?:my|the) (?:\w+ )?(?:ip|address)\b|\bmeine (?:\w+ )?(?:ip|adresse)\b|\bdie adresse\b|我.{0,6}(?:ip|地址)/i;
const shutsOut = /^\W*(?:pls |please |bitte )?block\b|\bsperr(?:e|en)\b|禁止|屏蔽|封禁/i;
const takesOut =
  /\b(?:remove|drop|delete|kick|revoke|off|entfern\w*|streich\w*|l(?:ö|oe)sch\w*|raus(?:nehmen)?|heraus\w*)\b|\bnimm\b.{0,60}\b(?:aus|von)\b|删|刪|去掉|移除|踢|撤(?:了|掉|下|销)|收回|拿掉|不用放行/i;
const letsIn =
  /\b(?:white-?list|allow-?list|unblock|add|permit)\b(?!.*\?\s*$)|\bcould you (?:add|allow)\b|\blet .{0,30}\b(?:in|through)\b|\bopen up for\b|freischalt|freigeb|durchl(?:ä|ae)?ss|reinl(?:ä|ae)?ss|hinzuf(?:ü|ue)g|\bgib\b.{0,60}\bfrei\b|\beintragen\b|\btrag\w*\b.{0,60}\bein\b|whitelisten|白名单|放行一下|加到|加进|加入|放通|开通/i;

/** Whether it is let in already. */
const isAboutIt =
  /^\W*(?:is|are|does|do|has|was|which|why|ist|sind|steht|hat|war|welche|warum)\b|\b(?:already|bereits|schon)\b|(?:吗|么|没有)\W*$|(?:在|里)有|是不是|有没有/i;

export function wayAsked(rest: Rest): Intent | null {
  const isOfRanges = isOfList(rest.text) || isOfOwn.test(rest.text);
  if (addressesOf(rest.line).length === 0 && ofRanges.test(rest.text) && isOfRanges)
    return factAsked("ranges", rest);
  if (addressesOf(rest.line).length > 0 && why.test(rest.text)) return causeAsked(rest);
  const isTold = !rest.asks || isButNot(rest);
  const isFailing = fails.test(rest.text) || (saysAbout("failing", rest.text) && isTold);
  if (isFailing && !asksWay.test(rest.text) && !ofRanges.test(rest.text)) return causeAsked(rest);
  return addressesOf(rest.line).length === 1 && isNotLetIn(rest.marked, rest.language)
    ? null
    : accessAsked(rest);
}

/** `can reach it from the jump host but not from here` */
const isButNot = ({ line, language, text }: Rest): boolean =>
  !isQuestion(text) &&
  line.some(
    ({ word }, at) =>
      setOf(language.sentence.but).has(word) &&
      setOf(language.sentence.not.replaceAll("|", " ")).has(line[at + 1]?.word ?? ""),
  );

/** `our GitHub runners cannot reach prod-1`: whoever does not get there, it is the cluster that is asked about. */
export const isShutOut = ({ text, cluster }: Rest): boolean =>
  saysAbout("shutOut", text) && (cluster !== null || saysAbout("itself", text));

/** How people get to a private cluster; of one that is named, or that somebody does not get to, not in general. */
export function privateAsked(rest: Rest): Intent {
  const isFailing = saysAbout("shutOut", rest.text) || saysAbout("failing", rest.text);
  if (isFailing && !why.test(rest.text) && (rest.cluster !== null || !rest.asks || asksWay.test(rest.text)))
    return wayAsked(rest) ?? causeAsked(rest);
  return rest.cluster === null ? { kind: "told", topic: "private" } : factAsked("dnsZone", rest);
}

const why = /^\W*(?:why|how come|warum|wieso|weshalb)\b|为什么|为啥|為什麼/i;
/** `i cant connect to prod-1 from home`: why not, unless it is asked what works instead. */
export const fails =
  /\b(?:can['’]?t|cannot|can not|unable to) (?:connect|reach|get (?:to|in|on))\b|\bkomme? (?:ich )?.{0,30}\bnicht (?:auf|an|in|rein|drauf|ran)\b|连不[上到]|进不去|上不去|登不[上进]|打不开|no route|超时|没反应|卡住/i;
const asksWay =
  /\b(?:which|what|how|welche[rnms]?|wie|was)\b|\?|怎么|哪|如何|？|\b(?:way|door|route|path|another|other|instead|alternativ\w*|weg|anderer|umweg)\b|别的|其他|其它|办法|方式/i;

function accessAsked({ language, line, cluster, place }: Rest): Intent {
  const asksOf = askedOf(line, language);
  if (asksOf !== null) return { kind: "access", cluster, client: seenFrom(asksOf), asksOf };
  const isVia = setOf(language.sentence.via).has(place.lead);
  return { kind: "access", cluster, client: isVia ? {} : place.client };
}

/** `which pod has 10.42.7.19` */
export function lookAtPod({ line, language, cluster, text }: Rest): Intent | null {
  if (!whichPod.test(text) || fails.test(text) || addressesOf(line).length !== 1) return null;
  const look = lookFor("list", line, language);
  return look !== null && "command" in look ? { kind: "run", command: look.command, cluster } : null;
}
const whichPod =
  /\b(?:which|whose|what|find|welche[rmn]?|zu welche[mr]|finde|such\w*)\b.{0,30}\b(?:pods?|workloads?)\b|\bpods?\b.{0,20}\b(?:for|with|behind|hinter|mit|zu[rm]?)\b.{0,20}\d+\.\d|\d, (?:a|ein) pod\b|哪个 ?(?:pod|服务|容器|工作负载)|谁的 ?pod|是什么.{0,3}pod|的 ?pod\s*$|对应的 ?pod/i;

/** What people did, what a rule says, and from which machine somebody may come: a sentence answers it. */
export function toldPlainly({ text, line, cluster, place }: Rest, best: Ability): Intent | null {
  const topics = { records: "records", rule: "policy" } as const;
  const said = (["rule", "records"] as const).find((each) => saysAbout(each, text));
  if (said !== undefined && !isChange(best)) return { kind: "told", topic: topics[said] };
  const isShut = saysAbout("shutOut", text) || isError(text);
  if (saysAbout("device", text) && !isShut) return { kind: "told", topic: "device" };
  if (addressesOf(line).length > 0 && saysAbout("whoApproves", text))
    return { kind: "told", topic: "approvers" };
  const isOwn = best !== "private" || cluster !== null || ofOwner.test(text);
  const isWay = isOwn && ofWays.has(best) && addressesOf(line).length === 0;
  return isWay && saysAbout("howIn", text) && !isShut
    ? { kind: "access", cluster, client: place.client }
    : null;
}
const ofOwner = /\b(?:my|mein\w*)\b|我/i;
const ofWays: ReadonlySet<Ability> = new Set(["private", "access", "place", "why", "dnsZone"]);
